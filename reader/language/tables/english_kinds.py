"""Common nouns that tell what a name beside them is of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.language.tables.english_people import PERSON_NOUNS

if TYPE_CHECKING:
    from reader.model.understanding import Category

_BODIES = """
    company group firm bank agency regulator party charity startup start-up maker militia think-tank thinktank union
    watchdog broadcaster newspaper organisation organization body alliance bloc coalition lender insurer airline carrier
    operator manufacturer developer university institute ministry faction movement network fund foundation retailer
    supplier utility refiner miner publisher platform club team court tribunal committee commission council secretariat
    forum initiative partnership consortium federation confederation association society authority conglomerate giant
    carmaker chipmaker shipbuilder laboratory hospital cartel gang junta brigade army force forces cooperative magazine
    non-profit nonprofit ngo intelligence-service subsidiary parent-company brand exchange
"""
_THINGS = """
    tanker ship vessel freighter ferry trawler yacht submarine frigate destroyer rocket satellite probe lander rover
    telescope missile drone aircraft jet helicopter vaccine drug pill medicine app model chatbot software cable pipeline
    system variant clade virus strain asteroid comet chip processor game film novel book song currency token stablecoin
    cryptocurrency project programme program scheme weapon engine reactor car battery bomber carrier icebreaker tug
    cruiser dredger spacecraft constellation language genus species formula disease method technique algorithm standard freighter bulk-carrier
"""
_PLACES = """
    town city village port province state region island capital district county suburb hamlet settlement resort
    municipality prefecture territory emirate enclave peninsula archipelago republic canton oblast governorate country
    kingdom atoll islands valley river lake mountain volcano desert basin nation township neighbourhood neighborhood area
"""
_EVENTS = "war summit operation exercise storm hurricane typhoon cyclone festival conference pandemic tournament"
_AGREEMENTS = (
    "treaty pact agreement accord law act convention protocol deal bill declaration charter code"
)

KIND_NOUNS: dict[str, Category] = {
    **dict.fromkeys(_AGREEMENTS.split(), "agreement"),
    **dict.fromkeys(_EVENTS.split(), "event"),
    **dict.fromkeys(_THINGS.split(), "concept"),
    **dict.fromkeys(_PLACES.split(), "place"),
    **dict.fromkeys(_BODIES.split(), "organization"),
    **dict.fromkeys(sorted(PERSON_NOUNS), "person"),
}
"""What a name is that stands beside such a noun: the tanker Eagle S; Kamituga, a town in …"""

AT = frozenset("in at near outside around inside across throughout off".split())
TO = frozenset(
    "on along up down beyond past from to into toward towards via through reach reached left visited over leave visit".split()
)
MADE_BY = frozenset(
    "made owned run developed built operated backed published produced sold".split()
)
NAMED = frozenset("called named dubbed".split())
COMPASS = frozenset(
    "northern southern eastern western central nearby downtown north south east west north-eastern"
    " north-western south-eastern south-western northeastern northwestern southeastern southwestern".split()
)
PLACES_HAVE = frozenset(
    "eruption slopes shores shore coast outskirts mouth banks streets people north south east west capital"
    " border borders waters suburbs centre center airport harbour harbor skies".split()
)
OWNED_BY_BODIES = frozenset(
    "executive shares headquarters customers subsidiary spokesman spokeswoman spokesperson profit"
    " profits board chief director members staff workers".split()
)
OWNED_BY_PLACES = frozenset(
    "population capital coast border borders airport streets outskirts parliament government harbour harbor"
    " economy president army people territory waters port".split()
)
DESIGNATED = frozenset(
    "clade type variant strain phase article clause section category class group tier annex grade"
    " stage block area model line zone sector flight resolution mode pillar".split()
)
"""Nouns that a number or a letter follows, which tells which: clade Ib, Article 9."""
DETERMINERS = frozenset("the a an its his her their then now once former whose long one".split())
STOPS = frozenset(
    "of in on at by with for from to and or but who whose which that where when as said says told has had"
    " is was are were will would".split()
)
"""Words that end what is said of a name behind it."""
LOWER_HEADS = frozenset(
    "crater camp dam shoal reef canal airport refinery pipeline strait lagoon pass project glacier volcano atoll"
    " aquifer reservoir gasfield oilfield".split()
)
"""Common nouns that are part of the name before them: Shackleton crater, Zamzam camp."""

WILLS = frozenset(
    "wants wanted hopes insists refuses refused denies denied vowed pledged argues insisted".split()
)
"""What only somebody does: Delhi wants, while inflation only has."""
