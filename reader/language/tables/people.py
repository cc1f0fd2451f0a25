"""Leaders of public life whose names the tokeniser splits or reads wrongly."""

from __future__ import annotations

# Name ; reading in hiragana (empty where the name is written in katakana) ; name in English.
PEOPLE = """
金正恩;きむ・じょんうん;Kim Jong Un
金正日;きむ・じょんいる;Kim Jong Il
金日成;きむ・いるそん;Kim Il Sung
金与正;きむ・よじょん;Kim Yo Jong
崔善姫;ちぇ・そんひ;Choe Son Hui
李在明;い・じぇみょん;Lee Jae Myung
尹錫悦;ゆん・そんにょる;Yoon Suk Yeol
文在寅;むん・じぇいん;Moon Jae In
習近平;しゅう・きんぺい;Xi Jinping
李強;り・きょう;Li Qiang
王毅;おう・き;Wang Yi
李克強;り・こくきょう;Li Keqiang
頼清徳;らい・せいとく;Lai Ching-te
蔡英文;さい・えいぶん;Tsai Ing-wen
岸田文雄;きしだ・ふみお;Fumio Kishida
石破茂;いしば・しげる;Shigeru Ishiba
高市早苗;たかいち・さなえ;Sanae Takaichi
安倍晋三;あべ・しんぞう;Shinzo Abe
菅義偉;すが・よしひで;Yoshihide Suga
林芳正;はやし・よしまさ;Yoshimasa Hayashi
岩屋毅;いわや・たけし;Takeshi Iwaya
上川陽子;かみかわ・ようこ;Yoko Kamikawa
小池百合子;こいけ・ゆりこ;Yuriko Koike
植田和男;うえだ・かずお;Kazuo Ueda
大谷翔平;おおたに・しょうへい;Shohei Ohtani
ウラジーミル・プーチン|プーチン;;Vladimir Putin
セルゲイ・ラブロフ|ラブロフ;;Sergey Lavrov
ボロディミル・ゼレンスキー|ウォロディミル・ゼレンスキー|ゼレンスキー;;Volodymyr Zelenskyy
ドナルド・トランプ|トランプ;;Donald Trump
ジョー・バイデン|バイデン;;Joe Biden
カマラ・ハリス;;Kamala Harris
マルコ・ルビオ|ルビオ;;Marco Rubio
アントニー・ブリンケン|ブリンケン;;Antony Blinken
アントニオ・グテレス|グテレス|グテーレス;;António Guterres
エマニュエル・マクロン|マクロン;;Emmanuel Macron
キア・スターマー|スターマー;;Keir Starmer
オラフ・ショルツ|ショルツ;;Olaf Scholz
フリードリヒ・メルツ|メルツ;;Friedrich Merz
アンゲラ・メルケル|メルケル;;Angela Merkel
ウルズラ・フォンデアライエン|フォンデアライエン;;Ursula von der Leyen
ジョルジャ・メローニ|メローニ;;Giorgia Meloni
ナレンドラ・モディ|モディ;;Narendra Modi
ベンヤミン・ネタニヤフ|ネタニヤフ|ネタニヤフ;;Benjamin Netanyahu
レジェップ・タイップ・エルドアン|エルドアン;;Recep Tayyip Erdoğan
アレクサンドル・ルカシェンコ|ルカシェンコ;;Alexander Lukashenko
ルイス・イナシオ・ルラ・ダシルバ;;Luiz Inácio Lula da Silva
アンソニー・アルバニージー|アルバニージー;;Anthony Albanese
ジャスティン・トルドー|トルドー;;Justin Trudeau
マーク・カーニー;;Mark Carney
フェルディナンド・マルコス;;Ferdinand Marcos
プラボウォ・スビアント|プラボウォ;;Prabowo Subianto
アンワル・イブラヒム;;Anwar Ibrahim
シャナナ・グスマン;;Xanana Gusmão
アウンサンスーチー;;Aung San Suu Kyi
イェンス・ストルテンベルグ|ストルテンベルグ;;Jens Stoltenberg
マルク・ルッテ|ルッテ;;Mark Rutte
ラファエル・グロッシ|グロッシ;;Rafael Grossi
テドロス・アダノム;;Tedros Adhanom Ghebreyesus
イーロン・マスク;;Elon Musk
ジェローム・パウエル;;Jerome Powell
クリスティーヌ・ラガルド;;Christine Lagarde
"""
