"""Words of English news: posts, heads of names, common words, months."""

from __future__ import annotations


def _words(*lines: str) -> frozenset[str]:
    return frozenset(word for line in lines for word in line.split())


# Before a name they tell that it is a person's, and are no part of it.
TITLES = (
    *(
        "Prime Minister",
        "Deputy Prime Minister",
        "Foreign Minister",
        "Defence Minister",
        "Defense Minister",
    ),
    *(
        "Finance Minister",
        "Deputy Foreign Minister",
        "Secretary of State",
        "Secretary-General",
        "Vice President",
    ),
    *(
        "Secretary General",
        "Director General",
        "Director-General",
        "Attorney General",
        "Foreign Secretary",
    ),
    *(
        "Supreme Leader",
        "Chief Executive",
        "Crown Prince",
        "Vice Premier",
        "Chief Justice",
        "Press Secretary",
    ),
    *(
        "President",
        "Minister",
        "Secretary",
        "Chancellor",
        "Premier",
        "Governor",
        "Senator",
        "Ambassador",
    ),
    *(
        "General",
        "Admiral",
        "Colonel",
        "Major",
        "Captain",
        "King",
        "Queen",
        "Prince",
        "Princess",
        "Pope",
    ),
    *(
        "Chairman",
        "Chairwoman",
        "Chair",
        "Speaker",
        "Commissioner",
        "Mayor",
        "Judge",
        "Justice",
        "Professor",
    ),
    *(
        "Dr",
        "Dr.",
        "Mr",
        "Mr.",
        "Mrs",
        "Mrs.",
        "Ms",
        "Ms.",
        "Sir",
        "Lord",
        "Leader",
        "Spokesman",
        "Spokeswoman",
    ),
    *(
        "Spokesperson",
        "Envoy",
        "Rep.",
        "Sen.",
        "Gov.",
        "Gen.",
        "Col.",
        "Lt.",
        "Prof.",
        "Director",
        "Coach",
    ),
)

HEADS: dict[str, frozenset[str]] = {
    "organization": _words(
        "Ministry Department Agency Council Bank Party University Organization Organisation Committee Commission",
        "Union Association Court Parliament Congress Senate Army Navy Force Forces Police Office Bureau Institute",
        "Foundation Group Company Corporation Corp Inc Ltd Authority Board Alliance League Federation Fund Program",
        "Programme Assembly Administration Government Cabinet Times Post News Journal Guard Secretariat Network",
        "Tribunal Centre Center Society Church Club Airlines Motors Panel Consortium Academy College School Hospital",
    ),
    "agreement": _words(
        "Treaty Agreement Convention Act Accord Accords Protocol Resolution Charter Declaration Pact Law Constitution",
        "Memorandum Code Framework Directive Regulation Bill Deal Article Conventions Agreements Covenant",
    ),
    "event": _words(
        "Summit Conference War Olympics Games Cup Election Elections Forum Festival Crisis Expo Championship Meeting",
        "Invasion Revolution Earthquake Referendum Massacre Uprising Exercise Marathon Prix",
    ),
    "place": _words(
        "City Island Islands River Sea Province County Bay Mountain Mountains Ocean Peninsula Strait Lake Valley Gulf",
        "Airport Port Street Square Bridge Park District Region Republic Kingdom State Desert Canal Harbour Harbor Base",
        "Station Dam Shoal Reef Cosmodrome Tower Palace Stadium Highway Territory Coast Cape Basin Village Plant",
    ),
}

# A capital at the beginning of a sentence, and words that only look like names.
COMMON = _words(
    "The A An In On At By For From With To Of And But Or Nor So Yet If When While As After Before Since Until Because",
    "Although Though However Meanwhile Moreover Furthermore Instead Still Also Then Thus Hence Here There This That These",
    "Those It Its He She They We You I His Her Their Our My Your Who What Where Why How Which Whether Some Many Most More",
    "Few Several Each Every Both All Any No Not One Two Three Four Five Six Seven Eight Nine Ten First Second Third Last",
    "Next New Under Over Between Among During About Against Through Despite Unlike Like Even Only Just Now Today Yesterday",
    "Tomorrow Earlier Later Once Such Other Another According Asked Speaking Officials Analysts Experts Critics Supporters",
    "Reporters Voters Residents People Police Photo Reference References Source Sources Related Read Updated Published",
    "January February March April May June July August September October November December Jan Feb Mar Apr Jun Jul Aug Sep",
    "Sept Oct Nov Dec Monday Tuesday Wednesday Thursday Friday Saturday Sunday Key Points Background Analysis Opinion Talks",
    "Back Will Would Could Should Can Does Do Did Is Are Was Were Has Have Had Let Nothing Everything Neither Either Behind",
    "Beyond Within Without Around Beijing's Part Chapter Watch Looking Ahead Plus Perhaps Maybe Yes Out Up Down Off That's",
)

SMALL = _words(
    "a an the and or but nor so if of in on at by for from with to as is are was were be been being it its this that these",
    "those he she they we you i his her their our who whom which what when where why how not no than then also more most",
    "other some any all each both few many much several such only own same very can will would could should may might must do",
    "does did done has have had having into over under after before between during about against through up down out off again",
    "there here said says say told tells one two three four five first last next new year years month months week weeks day days",
    "time times people country countries part way while because since until although whether still just now even back made make",
)

CONCEPT_HEADS = _words(
    "treaty agreement dialogue sanctions tariff tariffs ceasefire truce embargo veto policy strategy reform rights programme",
    "program summit partnership cooperation alliance pact law bill defence defense security weapon weapons missile missiles",
    "satellite satellites drone drones reactor emissions energy climate inflation rate rates debt deficit budget bond bonds",
    "chip chips semiconductor semiconductors intelligence vaccine vaccines virus disease trial election referendum coalition",
    "minority majority asylum refugees migration border waters fishing fisheries subsidies subsidy biodiversity pollution waste",
    "plastic plastics carbon hydrogen battery batteries vehicle vehicles mining minerals trade exports imports currency mechanism",
    "zone report convergence observer ratification instrument court warrant case verdict charter resolution brotherhood code",
)
