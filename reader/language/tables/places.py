"""Countries with their capitals, and other places that the news names often."""

from __future__ import annotations

# Names in Japanese ; capital in Japanese ; names in English ; capital in English.
COUNTRIES = """
日本国|日本;東京;Japan;Tokyo
大韓民国|韓国;ソウル;South Korea|Republic of Korea|ROK;Seoul
朝鮮民主主義人民共和国|北朝鮮|DPRK;平壌|ピョンヤン;North Korea|Democratic People's Republic of Korea|DPRK;Pyongyang
中華人民共和国|中国;北京;China|People's Republic of China|PRC;Beijing
台湾;台北;Taiwan;Taipei
モンゴル;ウランバートル;Mongolia;Ulaanbaatar
フィリピン;マニラ;Philippines;Manila
ベトナム;ハノイ;Vietnam|Viet Nam;Hanoi
ラオス;ビエンチャン;Laos;Vientiane
カンボジア;プノンペン;Cambodia;Phnom Penh
タイ;バンコク;Thailand;Bangkok
ミャンマー;ネピドー;Myanmar;Naypyidaw
マレーシア;クアラルンプール;Malaysia;Kuala Lumpur
シンガポール;;Singapore;
インドネシア;ジャカルタ;Indonesia;Jakarta
ブルネイ;バンダルスリブガワン;Brunei;Bandar Seri Begawan
東ティモール;ディリ;Timor-Leste|East Timor;Dili
インド;ニューデリー;India;New Delhi
パキスタン;イスラマバード;Pakistan;Islamabad
バングラデシュ;ダッカ;Bangladesh;Dhaka
スリランカ;コロンボ;Sri Lanka;Colombo
ネパール;カトマンズ;Nepal;Kathmandu
ブータン;ティンプー;Bhutan;Thimphu
モルディブ;マレ;Maldives;Malé
アフガニスタン;カブール;Afghanistan;Kabul
イラン;テヘラン;Iran;Tehran
イラク;バグダッド;Iraq;Baghdad
シリア;ダマスカス;Syria;Damascus
レバノン;ベイルート;Lebanon;Beirut
ヨルダン;アンマン;Jordan;Amman
イスラエル;エルサレム;Israel;Jerusalem
パレスチナ;ラマラ;Palestine;Ramallah
サウジアラビア|サウジ;リヤド;Saudi Arabia;Riyadh
アラブ首長国連邦|UAE;アブダビ;United Arab Emirates|UAE;Abu Dhabi
カタール;ドーハ;Qatar;Doha
クウェート;;Kuwait;
バーレーン;マナマ;Bahrain;Manama
オマーン;マスカット;Oman;Muscat
イエメン;サヌア;Yemen;Sanaa
トルコ;アンカラ;Turkey|Türkiye;Ankara
キプロス;ニコシア;Cyprus;Nicosia
カザフスタン;アスタナ;Kazakhstan;Astana
ウズベキスタン;タシケント;Uzbekistan;Tashkent
キルギス;ビシケク;Kyrgyzstan;Bishkek
タジキスタン;ドゥシャンベ;Tajikistan;Dushanbe
トルクメニスタン;アシガバート;Turkmenistan;Ashgabat
ジョージア;トビリシ;Georgia;Tbilisi
アルメニア;エレバン;Armenia;Yerevan
アゼルバイジャン;バクー;Azerbaijan;Baku
ロシア連邦|ロシア;モスクワ;Russian Federation|Russia;Moscow
ソビエト連邦|旧ソ連|ソ連;;Soviet Union|USSR;
ウクライナ;キーウ|キエフ;Ukraine;Kyiv
ベラルーシ;ミンスク;Belarus;Minsk
モルドバ;キシナウ;Moldova;Chișinău
エストニア;タリン;Estonia;Tallinn
ラトビア;リガ;Latvia;Riga
リトアニア;ビリニュス;Lithuania;Vilnius
フィンランド;ヘルシンキ;Finland;Helsinki
スウェーデン;ストックホルム;Sweden;Stockholm
ノルウェー;オスロ;Norway;Oslo
デンマーク;コペンハーゲン;Denmark;Copenhagen
アイスランド;レイキャビク;Iceland;Reykjavik
英国|イギリス;ロンドン;United Kingdom|Britain|UK;London
アイルランド;ダブリン;Ireland;Dublin
フランス;パリ;France;Paris
ドイツ;ベルリン;Germany;Berlin
オランダ;アムステルダム;Netherlands;Amsterdam
ベルギー;ブリュッセル;Belgium;Brussels
ルクセンブルク;;Luxembourg;
スイス;ベルン;Switzerland;Bern
オーストリア;ウィーン;Austria;Vienna
リヒテンシュタイン;ファドゥーツ;Liechtenstein;Vaduz
モナコ;;Monaco;
イタリア;ローマ;Italy;Rome
バチカン;;Vatican|Holy See;
サンマリノ;;San Marino;
マルタ;バレッタ;Malta;Valletta
スペイン;マドリード;Spain;Madrid
ポルトガル;リスボン;Portugal;Lisbon
アンドラ;;Andorra;
ギリシャ;アテネ;Greece;Athens
ポーランド;ワルシャワ;Poland;Warsaw
チェコ;プラハ;Czech Republic|Czechia;Prague
スロバキア;ブラチスラバ;Slovakia;Bratislava
ハンガリー;ブダペスト;Hungary;Budapest
ルーマニア;ブカレスト;Romania;Bucharest
ブルガリア;ソフィア;Bulgaria;Sofia
セルビア;ベオグラード;Serbia;Belgrade
クロアチア;ザグレブ;Croatia;Zagreb
スロベニア;リュブリャナ;Slovenia;Ljubljana
ボスニア・ヘルツェゴビナ|ボスニア;サラエボ;Bosnia and Herzegovina;Sarajevo
モンテネグロ;ポドゴリツァ;Montenegro;Podgorica
北マケドニア;スコピエ;North Macedonia;Skopje
アルバニア;ティラナ;Albania;Tirana
コソボ;プリシュティナ;Kosovo;Pristina
アメリカ合衆国|米国|アメリカ;ワシントン;United States|United States of America|US|U.S.|USA|America;Washington
カナダ;オタワ;Canada;Ottawa
メキシコ;メキシコ市|メキシコシティー;Mexico;Mexico City
グアテマラ;グアテマラ市;Guatemala;Guatemala City
ベリーズ;ベルモパン;Belize;Belmopan
ホンジュラス;テグシガルパ;Honduras;Tegucigalpa
エルサルバドル;サンサルバドル;El Salvador;San Salvador
ニカラグア;マナグア;Nicaragua;Managua
コスタリカ;サンホセ;Costa Rica;San José
パナマ;パナマ市;Panama;Panama City
キューバ;ハバナ;Cuba;Havana
ハイチ;ポルトープランス;Haiti;Port-au-Prince
ドミニカ共和国;サントドミンゴ;Dominican Republic;Santo Domingo
ジャマイカ;キングストン;Jamaica;Kingston
トリニダード・トバゴ;ポートオブスペイン;Trinidad and Tobago;Port of Spain
バルバドス;ブリッジタウン;Barbados;Bridgetown
バハマ;ナッソー;Bahamas;Nassau
ベネズエラ;カラカス;Venezuela;Caracas
コロンビア;ボゴタ;Colombia;Bogotá
エクアドル;キト;Ecuador;Quito
ペルー;リマ;Peru;Lima
ボリビア;ラパス;Bolivia;La Paz
ブラジル;ブラジリア;Brazil;Brasília
パラグアイ;アスンシオン;Paraguay;Asunción
ウルグアイ;モンテビデオ;Uruguay;Montevideo
アルゼンチン;ブエノスアイレス;Argentina;Buenos Aires
チリ;サンティアゴ;Chile;Santiago
ガイアナ;ジョージタウン;Guyana;Georgetown
スリナム;パラマリボ;Suriname;Paramaribo
エジプト;カイロ;Egypt;Cairo
リビア;トリポリ;Libya;Tripoli
チュニジア;チュニス;Tunisia;Tunis
アルジェリア;アルジェ;Algeria;Algiers
モロッコ;ラバト;Morocco;Rabat
モーリタニア;ヌアクショット;Mauritania;Nouakchott
スーダン;ハルツーム;Sudan;Khartoum
南スーダン;ジュバ;South Sudan;Juba
エチオピア;アディスアベバ;Ethiopia;Addis Ababa
エリトリア;アスマラ;Eritrea;Asmara
ジブチ;;Djibouti;
ソマリア;モガディシオ;Somalia;Mogadishu
ケニア;ナイロビ;Kenya;Nairobi
ウガンダ;カンパラ;Uganda;Kampala
ルワンダ;キガリ;Rwanda;Kigali
ブルンジ;ギテガ;Burundi;Gitega
タンザニア;ドドマ;Tanzania;Dodoma
コンゴ民主共和国;キンシャサ;Democratic Republic of the Congo;Kinshasa
コンゴ共和国;ブラザビル;Republic of the Congo;Brazzaville
中央アフリカ;バンギ;Central African Republic;Bangui
チャド;ヌジャメナ;Chad;N'Djamena
カメルーン;ヤウンデ;Cameroon;Yaoundé
ナイジェリア;アブジャ;Nigeria;Abuja
ニジェール;ニアメー;Niger;Niamey
マリ共和国|マリ;バマコ;Mali;Bamako
ブルキナファソ;ワガドゥグー;Burkina Faso;Ouagadougou
セネガル;ダカール;Senegal;Dakar
ガンビア;バンジュール;Gambia;Banjul
ギニア;コナクリ;Guinea;Conakry
ギニアビサウ;ビサウ;Guinea-Bissau;Bissau
シエラレオネ;フリータウン;Sierra Leone;Freetown
リベリア;モンロビア;Liberia;Monrovia
コートジボワール;ヤムスクロ;Ivory Coast|Côte d'Ivoire;Yamoussoukro
ガーナ;アクラ;Ghana;Accra
トーゴ;ロメ;Togo;Lomé
ベナン;ポルトノボ;Benin;Porto-Novo
ガボン;リーブルビル;Gabon;Libreville
赤道ギニア;マラボ;Equatorial Guinea;Malabo
アンゴラ;ルアンダ;Angola;Luanda
ザンビア;ルサカ;Zambia;Lusaka
マラウイ;リロングウェ;Malawi;Lilongwe
モザンビーク;マプト;Mozambique;Maputo
ジンバブエ;ハラレ;Zimbabwe;Harare
ボツワナ;ハボローネ;Botswana;Gaborone
ナミビア;ウィントフーク;Namibia;Windhoek
南アフリカ共和国|南アフリカ;プレトリア;South Africa;Pretoria
レソト;マセル;Lesotho;Maseru
エスワティニ;ムババーネ;Eswatini;Mbabane
マダガスカル;アンタナナリボ;Madagascar;Antananarivo
モーリシャス;ポートルイス;Mauritius;Port Louis
セーシェル;ビクトリア;Seychelles;Victoria
コモロ;モロニ;Comoros;Moroni
カボベルデ;プライア;Cape Verde|Cabo Verde;Praia
オーストラリア|豪州;キャンベラ;Australia;Canberra
ニュージーランド;ウェリントン;New Zealand;Wellington
パプアニューギニア;ポートモレスビー;Papua New Guinea;Port Moresby
ソロモン諸島;ホニアラ;Solomon Islands;Honiara
バヌアツ;ポートビラ;Vanuatu;Port Vila
フィジー;スバ;Fiji;Suva
サモア;アピア;Samoa;Apia
トンガ;ヌクアロファ;Tonga;Nuku'alofa
ツバル;フナフティ;Tuvalu;Funafuti
キリバス;タラワ;Kiribati;Tarawa
ナウル;ヤレン;Nauru;Yaren
パラオ;マルキョク;Palau;Ngerulmud
マーシャル諸島;マジュロ;Marshall Islands;Majuro
ミクロネシア;パリキール;Micronesia;Palikir
クック諸島;;Cook Islands;
ニウエ;;Niue;
"""

# Parts of the world, waters, and cities and districts that are no capital.
PLACES = """
東アジア;East Asia
東南アジア;Southeast Asia
南アジア;South Asia
中央アジア;Central Asia
北東アジア;Northeast Asia
アジア太平洋;Asia-Pacific
インド太平洋;Indo-Pacific
アジア;Asia
欧州|ヨーロッパ;Europe
東欧;Eastern Europe
北欧;Nordic countries
中東;Middle East
北米;North America
中南米|ラテンアメリカ;Latin America
アフリカ;Africa
北アフリカ;North Africa
サハラ以南;sub-Saharan Africa
グローバルサウス;Global South
北極圏|北極;Arctic
南極大陸|南極;Antarctica
極東;Far East
朝鮮半島;Korean Peninsula
バルカン半島;Balkans
クリミア半島|クリミア;Crimea
アラビア半島;Arabian Peninsula
ヨルダン川西岸;West Bank
ガザ地区|ガザ;Gaza Strip|Gaza
南シナ海;South China Sea
東シナ海;East China Sea
日本海;Sea of Japan
黄海;Yellow Sea
黒海;Black Sea
紅海;Red Sea
地中海;Mediterranean|Mediterranean Sea
バルト海;Baltic Sea
カスピ海;Caspian Sea
太平洋;Pacific|Pacific Ocean
大西洋;Atlantic|Atlantic Ocean
インド洋;Indian Ocean
北極海;Arctic Ocean
台湾海峡;Taiwan Strait
ホルムズ海峡;Strait of Hormuz
マラッカ海峡;Strait of Malacca
スエズ運河;Suez Canal
パナマ運河;Panama Canal
尖閣諸島;Senkaku Islands
竹島;Takeshima
北方領土;Northern Territories
香港;Hong Kong
マカオ;Macau
上海;Shanghai
深圳;Shenzhen
新疆ウイグル自治区|新疆;Xinjiang
チベット;Tibet
釜山;Busan
板門店;Panmunjom
豆満江;Tumen River
鴨緑江;Yalu River
元山;Wonsan
開城;Kaesong
羅先;Rason
ウラジオストク;Vladivostok
ハバロフスク;Khabarovsk
サンクトペテルブルク;Saint Petersburg|St. Petersburg
ムンバイ;Mumbai
ホーチミン;Ho Chi Minh City
ドバイ;Dubai
テルアビブ;Tel Aviv
イスタンブール;Istanbul
ジュネーブ;Geneva
ハーグ;The Hague
ミュンヘン;Munich
フランクフルト;Frankfurt
ミラノ;Milan
バルセロナ;Barcelona
ダボス;Davos
ドネツク;Donetsk
ルハンスク;Luhansk
ザポリージャ;Zaporizhzhia
ヘルソン;Kherson
クルスク;Kursk
ニューヨーク;New York
ロサンゼルス;Los Angeles
シカゴ;Chicago
サンフランシスコ;San Francisco
ハワイ;Hawaii
グアム;Guam
アラスカ;Alaska
カリフォルニア;California
テキサス;Texas
フロリダ;Florida
シドニー;Sydney
メルボルン;Melbourne
ヨハネスブルク;Johannesburg
リオデジャネイロ;Rio de Janeiro
サンパウロ;São Paulo
グリーンランド;Greenland
沖縄;Okinawa
北海道;Hokkaido
大阪;Osaka
京都;Kyoto
広島;Hiroshima
長崎;Nagasaki
福島;Fukushima
能登半島|能登;Noto
羽田空港;Haneda Airport
成田空港;Narita Airport
関西空港;Kansai Airport
霞が関;Kasumigaseki
永田町;Nagatacho
"""
