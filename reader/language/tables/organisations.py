"""Organisations, agreements and recurring events of public life, by their names."""

from __future__ import annotations

# Names in Japanese ; names in English.
ORGANISATIONS = """
国際連合|国連;United Nations|UN|U.N.
国連安全保障理事会|安全保障理事会|国連安保理|安保理;UN Security Council|Security Council
国連総会;UN General Assembly|General Assembly
国連事務局;UN Secretariat
国連人権理事会|人権理事会;UN Human Rights Council
国連難民高等弁務官事務所|UNHCR;UN Refugee Agency|UNHCR
国連児童基金|ユニセフ|UNICEF;UNICEF
国連教育科学文化機関|ユネスコ|UNESCO;UNESCO
国連食糧農業機関|FAO;Food and Agriculture Organization|FAO
国連世界食糧計画|世界食糧計画|WFP;World Food Programme|WFP
国連開発計画|UNDP;UN Development Programme|UNDP
国連環境計画|UNEP;UN Environment Programme|UNEP
国連人道問題調整事務所|OCHA;OCHA
国連パレスチナ難民救済事業機関|UNRWA;UNRWA
世界保健機関|WHO;World Health Organization|WHO
国際労働機関|ILO;International Labour Organization|ILO
国際原子力機関|IAEA;International Atomic Energy Agency|IAEA
国際海事機関|IMO;International Maritime Organization|IMO
国際民間航空機関|ICAO;International Civil Aviation Organization|ICAO
国際移住機関|IOM;International Organization for Migration|IOM
国際電気通信連合|ITU;International Telecommunication Union|ITU
世界気象機関|WMO;World Meteorological Organization|WMO
世界知的所有権機関|WIPO;World Intellectual Property Organization|WIPO
世界貿易機関|WTO;World Trade Organization|WTO
国際通貨基金|IMF;International Monetary Fund|IMF
世界銀行|世銀;World Bank
アジア開発銀行|ADB;Asian Development Bank|ADB
アジアインフラ投資銀行|AIIB;Asian Infrastructure Investment Bank|AIIB
国際司法裁判所|ICJ;International Court of Justice|ICJ
国際刑事裁判所|ICC;International Criminal Court|ICC
常設仲裁裁判所;Permanent Court of Arbitration
国際刑事警察機構|インターポール|ICPO;Interpol
国際エネルギー機関|IEA;International Energy Agency|IEA
石油輸出国機構|OPEC;OPEC
OPECプラス;OPEC+
経済協力開発機構|OECD;OECD
北大西洋条約機構|NATO;NATO|North Atlantic Treaty Organization
欧州連合|EU;European Union|EU
欧州委員会;European Commission
欧州議会;European Parliament
欧州理事会;European Council
欧州中央銀行|ECB;European Central Bank|ECB
欧州宇宙機関|ESA;European Space Agency|ESA
欧州安全保障協力機構|OSCE;OSCE
東南アジア諸国連合|ASEAN|アセアン;Association of Southeast Asian Nations|ASEAN
南アジア地域協力連合|SAARC;SAARC
アフリカ連合|AU;African Union|AU
アラブ連盟;Arab League
湾岸協力会議|GCC;Gulf Cooperation Council|GCC
イスラム協力機構|OIC;Organisation of Islamic Cooperation|OIC
米州機構|OAS;Organization of American States|OAS
独立国家共同体|CIS;Commonwealth of Independent States|CIS
集団安全保障条約機構|CSTO;CSTO
上海協力機構|SCO;Shanghai Cooperation Organisation|SCO
太平洋諸島フォーラム|PIF;Pacific Islands Forum|PIF
アジア太平洋経済協力会議|アジア太平洋経済協力|APEC;Asia-Pacific Economic Cooperation|APEC
主要7カ国|主要7か国|先進7カ国|G7;Group of Seven|G7
主要20カ国・地域|G20;Group of Twenty|G20
新興5カ国|BRICS;BRICS
日米豪印|クアッド|QUAD;Quad
オーカス|AUKUS;AUKUS
国際オリンピック委員会|IOC;International Olympic Committee|IOC
国際パラリンピック委員会|IPC;International Paralympic Committee|IPC
国際サッカー連盟|FIFA;FIFA
赤十字国際委員会|ICRC;International Committee of the Red Cross|ICRC
国境なき医師団|MSF;Doctors Without Borders|MSF
アムネスティ・インターナショナル;Amnesty International
ヒューマン・ライツ・ウォッチ;Human Rights Watch
気候変動に関する政府間パネル|IPCC;Intergovernmental Panel on Climate Change|IPCC
ホワイトハウス;White House
国防総省|ペンタゴン;Pentagon
米国務省|国務省;State Department
米連邦準備制度理事会|連邦準備制度理事会|FRB;Federal Reserve|Fed
中央情報局|CIA;CIA
連邦捜査局|FBI;FBI
米航空宇宙局|航空宇宙局|NASA;NASA
宇宙航空研究開発機構|JAXA;JAXA
日本銀行|日銀;Bank of Japan
金融庁;Financial Services Agency
クレムリン;Kremlin
中国共産党;Chinese Communist Party|Communist Party of China
朝鮮労働党;Workers' Party of Korea
朝鮮人民軍;Korean People's Army
人民解放軍;People's Liberation Army
ハマス;Hamas
ヒズボラ;Hezbollah
タリバン;Taliban
フーシ派;Houthis
イスラム国;Islamic State
自由民主党|自民党;Liberal Democratic Party
立憲民主党;Constitutional Democratic Party
日本維新の会|維新の会;
公明党;Komeito
国民民主党;
共産党;
共和党;Republican Party
民主党;Democratic Party
労働党;Labour Party
保守党;Conservative Party
自衛隊;Self-Defense Forces
グーグル;Google
マイクロソフト;Microsoft
アップル;Apple
アマゾン・ドット・コム;Amazon
オープンAI;OpenAI
エヌビディア;Nvidia
テスラ;Tesla
インテル;Intel
スペースX;SpaceX
ボーイング;Boeing
エアバス;Airbus
ファーウェイ;Huawei
アリババ;Alibaba
テンセント;Tencent
サムスン電子;Samsung Electronics
台湾積体電路製造|TSMC;TSMC
ラピダス;Rapidus
トヨタ自動車|トヨタ;Toyota
日産自動車|日産;Nissan
ホンダ;Honda
ソニーグループ|ソニー;Sony
任天堂;Nintendo
三菱重工業|三菱重工;Mitsubishi Heavy Industries
日本製鉄;Nippon Steel
東京電力ホールディングス|東京電力|東電;TEPCO
関西電力;
日本航空;Japan Airlines
全日空;
日本経済団体連合会|経団連;
東京証券取引所|東証;Tokyo Stock Exchange
日本オリンピック委員会|JOC;
日本サッカー協会|JFA;
朝鮮中央通信|KCNA;Korean Central News Agency|KCNA
ロシア通信;
タス通信|TASS;TASS
新華社;Xinhua
聯合ニュース;Yonhap
ロイター通信|ロイター;Reuters
AP通信|AP;Associated Press|AP
AFP通信|AFP;Agence France-Presse|AFP
共同通信;Kyodo News
時事通信;
英BBC|BBC;BBC
CNN;CNN
ニューズウィーク;Newsweek
ワシントン・ポスト;Washington Post
ブルームバーグ;Bloomberg
ニューヨーク・タイムズ;New York Times
ウォール・ストリート・ジャーナル;Wall Street Journal
フィナンシャル・タイムズ;Financial Times
"""

AGREEMENTS = """
国連憲章;UN Charter
国連海洋法条約|UNCLOS;UN Convention on the Law of the Sea|UNCLOS
気候変動枠組み条約|UNFCCC;UNFCCC
パリ協定;Paris Agreement
京都議定書;Kyoto Protocol
核不拡散条約|核拡散防止条約|NPT;Non-Proliferation Treaty|NPT
核兵器禁止条約|TPNW;Treaty on the Prohibition of Nuclear Weapons|TPNW
包括的核実験禁止条約|CTBT;Comprehensive Nuclear-Test-Ban Treaty|CTBT
新戦略兵器削減条約|新START;New START
中距離核戦力全廃条約|INF全廃条約;INF Treaty
日米安全保障条約|日米安保条約;
米韓相互防衛条約;
米比相互防衛条約;
ジュネーブ条約;Geneva Conventions
難民条約;Refugee Convention
ウィーン条約;
ワシントン条約|CITES;CITES
ラムサール条約;Ramsar Convention
生物多様性条約;Convention on Biological Diversity
国連公海条約;High Seas Treaty
ミンスク合意;Minsk agreements
オスロ合意;Oslo Accords
イラン核合意|核合意|JCPOA;JCPOA
環太平洋連携協定|環太平洋パートナーシップ協定|TPP;TPP
包括的・先進的TPP協定|CPTPP;CPTPP
地域的な包括的経済連携|RCEP;RCEP
米国・メキシコ・カナダ協定|USMCA;USMCA
板門店宣言;
平壌宣言;
村山談話;
河野談話;
日本国憲法;Constitution of Japan
"""

EVENTS = """
第2次世界大戦|第二次世界大戦;World War II|Second World War
第1次世界大戦|第一次世界大戦;World War I
太平洋戦争;
朝鮮戦争;Korean War
ベトナム戦争;Vietnam War
湾岸戦争;Gulf War
イラク戦争;Iraq War
冷戦;Cold War
東日本大震災;
阪神大震災;
能登半島地震;
大阪・関西万博|大阪万博;Expo 2025
COP28;COP28
COP29;COP29
COP30;COP30
COP31;COP31
東京五輪;Tokyo Olympics
パリ五輪;Paris Olympics
"""
