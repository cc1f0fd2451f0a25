"""Adjectives and names of peoples, regions and faiths: capitals that make no term by themselves."""

from __future__ import annotations

_DEMONYMS = frozenset(
    """
    Afghan Afghans Albanian Albanians Algerian Algerians American Americans Andorran Angolan Angolans Arab Arabs Arabian
    Argentine Argentines Argentinian Armenian Armenians Asian Asians Asiatic Australian Australians Austrian Austrians
    Azerbaijani Azerbaijanis Azeri Bahamian Bahraini Bahrainis Bangladeshi Bangladeshis Barbadian Basque Belarusian
    Belarusians Belgian Belgians Belizean Beninese Bhutanese Bolivian Bolivians Bosnian Bosnians Botswanan Brazilian
    Brazilians Brit Brits British Briton Britons Bruneian Bulgarian Bulgarians Burkinabe Burmese Burundian Cambodian
    Cambodians Cameroonian Canadian Canadians Caribbean Catalan Catalans Caucasian Chadian Chagossian Chilean Chileans
    Chinese Colombian Colombians Comorian Congolese Croat Croatian Croats Cuban Cubans Cypriot Cypriots Czech Czechs Dane
    Danes Danish Djiboutian Dominican Dominicans Dutch Ecuadorean Ecuadorian Ecuadorians Egyptian Egyptians Emirati
    Emiratis English Eritrean Eritreans Estonian Estonians Ethiopian Ethiopians European Europeans Fijian Fijians
    Filipina Filipino Filipinos Finn Finnish Finns Flemish French Frenchman Gabonese Gambian Gazan Gazans Georgian
    Georgians German Germans Ghanaian Ghanaians Greek Greeks Greenlandic Grenadian Guatemalan Guatemalans Guinean
    Guyanese Haitian Haitians Hispanic Honduran Hondurans Hungarian Hungarians Icelander Icelandic Indian Indians
    Indonesian Indonesians Iranian Iranians Iraqi Iraqis Irish Irishman Israeli Israelis Italian Italians Ivorian
    Jamaican Jamaicans Japanese Jordanian Jordanians Kazakh Kazakhs Kazakhstani Kenyan Kenyans Khmer Korean Koreans
    Kosovar Kosovars Kurd Kurdish Kurds Kuwaiti Kuwaitis Kyrgyz Lao Laotian Latino Latvian Latvians Lebanese Liberian
    Liberians Libyan Libyans Lithuanian Lithuanians Luxembourgish Macedonian Malagasy Malawian Malaysian Malaysians
    Maldivian Malian Malians Maltese Maori Marshallese Mauritanian Mauritian Mexican Mexicans Micronesian Moldovan
    Moldovans Monegasque Mongolian Mongolians Montenegrin Moroccan Moroccans Mozambican Namibian Nauruan Nepalese Nepali
    Nicaraguan Nicaraguans Nigerian Nigerians Nigerien Nordic Norse Norwegian Norwegians Omani Omanis Pakistani
    Pakistanis Palauan Palestinian Palestinians Panamanian Panamanians Papuan Paraguayan Persian Peruvian Peruvians
    Pole Poles Polish Polynesian Portuguese Qatari Qataris Roman Romanian Romanians Russian Russians Rwandan Rwandans
    Salvadoran Salvadorans Samoan Samoans Saudi Saudis Scandinavian Scot Scots Scottish Senegalese Serb Serbian Serbs
    Singaporean Singaporeans Slav Slavic Slovak Slovakian Slovaks Slovene Slovenian Somali Somalis Soviet Soviets
    Spaniard Spaniards Spanish Sudanese Surinamese Swede Swedes Swedish Swiss Syrian Syrians Taiwanese Tajik Tanzanian
    Tanzanians Thai Thais Tibetan Tibetans Timorese Togolese Tongan Tongans Trinidadian Tunisian Tunisians Turk Turkish
    Turkmen Turks Tuvaluan Ugandan Ugandans Ukrainian Ukrainians Uruguayan Uyghur Uyghurs Uighur Uzbek Uzbeks Vanuatuan
    Venezuelan Venezuelans Vietnamese Welsh Western Yemeni Yemenis Zambian Zambians Zimbabwean Zimbabweans
    Anglican Buddhist Buddhists Catholic Catholics Christian Christians Hindu Hindus Islamic Islamist Islamists Jewish
    Jew Jews Lutheran Mormon Muslim Muslims Orthodox Protestant Protestants Shia Shiite Shiites Sikh Sikhs Sunni Sunnis
    African Africans Baltic Balkan Andean Amazonian Alpine Arctic Antarctic Saharan Siberian Himalayan Mediterranean
    Atlantic Pacific Eurasian Levantine Maghrebi Mesoamerican Northern Southern Eastern Western Northeastern Northwestern
    Southeastern Southwestern Central North South East West Northeast Northwest Southeast Southwest Upper Lower Inner
    Outer Republican Republicans Democrat Democrats Democratic Labour Tory Tories Conservative Conservatives Liberal
    Liberals Socialist Socialists Communist Communists Nazi Nazis Marxist Maoist Leninist Stalinist Trumpist Kremlin-backed
    """.split()
)
DEMONYMS = _DEMONYMS | {f"{one}s" for one in _DEMONYMS if one[-1] in "inoye"}
"""A run of these alone is no name; before a name they are cut, unless a head follows."""

REGIONS = frozenset(
    "Baltic Arctic Antarctic Caribbean Mediterranean Pacific Atlantic Balkans Caucasus Sahel Levant"
    " Amazon Himalayas Alps Andes Gulf".split()
)
"""Adjectives that name a region where an article stands before them and nothing behind."""
