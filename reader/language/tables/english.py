"""Words of English: heads that tell what a name is of, and words that only look like names."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.model.understanding import Category


def _words(lines: str) -> frozenset[str]:
    return frozenset(lines.split())


HEADS: dict[Category, frozenset[str]] = {
    "agreement": _words(
        """
        Treaty Treaties Agreement Agreements Convention Conventions Act Acts Accord Accords Protocol Protocols Resolution
        Charter Declaration Pact Law Laws Constitution Memorandum Code Framework Directive Regulation Regulations Bill
        Deal Article Covenant Statute Compact Communiqué Communique Amendment Amendments Plan Strategy Guidelines Rules
        Principles Roadmap Ordinance Decree Principle Understanding Entente Armistice Ceasefire Truce Compromise START
        Doctrine Initiative Goals Targets Taxonomy Mandate Manifesto
        """
    ),
    "event": _words(
        """
        Summit Conference War Wars Olympics Games Cup Election Elections Forum Festival Crisis Expo Championship
        Championships Meeting Invasion Revolution Earthquake Referendum Massacre Uprising Exercise Marathon Prix Dialogue
        Talks Negotiations Congress Convention Operation Coup Spring Hurricane Typhoon Cyclone Storm Flood Floods Disaster
        Pandemic Plague Famine Genocide Holocaust Siege Battle Offensive Blockade Trial Trials Inquiry Census Ceremony
        Sentry Shield Storm Freedom Drill Drills Strike Strikes Protests Riots Incident Affair Scandal Accident Primary
        Biennale Awards Prize Day Week Assembly
        """
    )
    - {"Congress", "Convention", "Assembly", "Project"},
    "organization": _words(
        """
        Ministry Department Agency Council Bank Party University Organization Organisation Committee Commission Union
        Association Court Parliament Congress Senate Army Navy Force Forces Police Office Bureau Institute Institution
        Foundation Group Company Corporation Corp Inc Ltd LLC plc Authority Board Alliance League Federation Fund Funds
        Program Programme Assembly Administration Government Cabinet Times Post News Journal Guard Guards Secretariat
        Network Tribunal Centre Center Centers Centres Society Church Club Airlines Airways Motors Panel Consortium
        Academy College School Hospital Coalition Front Movement Brotherhood Brigade Brigades Battalion Militia Guardian
        Coastguard Treasury Exchange Reserve Watch Observatory Initiative Partnership Service Services Systems Industries
        Holdings Partners Press Media Television Radio Broadcasting Ventures Capital Technologies Laboratories Labs
        Laboratory Pharma Pharmaceuticals Biologics Energy Petroleum Oil Gas Steel Electric Electronics Semiconductor
        Semiconductors Airline Shipping Lines Logistics Insurance Mutual Trust Chamber House Division Directorate
        Inspectorate Ombudsman Registry Platform Taskforce Confederation Congregation Synod Junta Regime Legislature
        Knesset Duma Bundestag Diet Politburo Presidium Command Corps Fleet Squadron Regiment Intelligence Greens Cartel
        Syndicate Gang Cooperative Guild Secretariat Mission Delegation Embassy Consulate Body Hub Campaign Studios
        Foods Brands Stores Bros Brothers Sons Software Networks Pictures Records Museum Library Gallery Theatre
        Co Satellite Satellites Economics Macroeconomics Research Analytics Consulting Advisors Associates Strategies Solutions Dynamics
        Aerospace Aviation Robotics Sciences Therapeutics Biotech Genetics Diagnostics Materials Resources Metals
        Minerals Mining Lithium Renewables Engineering Construction Securities Investments Financial Lab Seniors
        Students Workers Mothers Veterans Scouts Rangers Pensioners Farmers Fund Funds Desk Project
        """
    ),
    "place": _words(
        """
        City Island Islands Isle Isles River Rivers Sea Province County Bay Mountain Mountains Ocean Peninsula Strait
        Straits Lake Lakes Valley Gulf Airport Port Street Square Bridge Park District Region Republic Kingdom State
        States Desert Canal Harbour Harbor Base Station Dam Shoal Reef Cosmodrome Tower Palace Palais Stadium Highway
        Territory Territories Coast Cape Basin Village Plant Prefecture Governorate Oblast Archipelago Atoll Delta Falls
        Forest Glacier Heights Hill Hills Hall Ridge Plateau Plain Plains Shelf Trench Channel Sound Fjord Pass Crossing
        Corridor Border Zone Line Strip Bank Town Township Borough Canton Emirate Emirates Sahara Sahel Reservoir Spring
        Springs Beach Point Ranch Field Fields Mine Mines Quarter Avenue Road Boulevard Lane Terminal Junction Temple
        Mosque Cathedral Abbey Shrine Castle Fort Fortress Prison Camp Refinery Reactor Pipeline Facility Volcano Mount
        Crater Cave Oasis Steppe Tundra Savanna Wetland Wetlands Sanctuary Reserve
        """
    )
    - {"Reserve", "Line", "Bank", "Spring"},
}
"""The last word of a name, or that before of, which tells what it is of."""

FIRST_HEADS: dict[str, Category] = {
    **dict.fromkeys(
        "Lake Mount Cape Fort Port Gulf Bay Strait Isle Isles Sea Palais Villa Camp Point Rio Río".split(),
        "place",
    ),
    **dict.fromkeys(
        "Operation Exercise Hurricane Typhoon Cyclone Storm Expo COP Euro Brexit".split(), "event"
    ),
    **dict.fromkeys("Project".split(), "concept"),
    **dict.fromkeys(
        "Université Universidad Banco Banque Médecins Medecins Partido Partei Parti".split(),
        "organization",
    ),
}
"""The first word of a name that tells what it is of: Lake Chad, Operation Aspides."""

_NEVER_OPEN = _words(
    """
    Company Corporation Corp Inc Ltd LLC plc Airlines Airways Motors Exchange Industries Holdings Partners Press Media
    Television Broadcasting Ventures Capital Technologies Laboratories Labs Laboratory Pharma Pharmaceuticals Biologics
    Energy Petroleum Oil Gas Steel Electric Electronics Semiconductor Semiconductors Airline Shipping Lines Logistics
    Insurance Mutual Services Systems Times Post News Networks Pictures Records Studios Foods Brands Stores Bros Software
    Co Satellite Satellites Economics Macroeconomics Research Analytics Consulting Advisors Associates Strategies
    Solutions Dynamics Aerospace Aviation Robotics Sciences Therapeutics Biotech Genetics Diagnostics Materials Resources Metals Minerals Mining
    Lithium Renewables Engineering Construction Securities Investments Financial Seniors Project
    Platform Greens Guardian Watch Intelligence Deal Accident START
    """
)
OPEN_HEADS = frozenset(word for heads in HEADS.values() for word in heads) - _NEVER_OPEN | _words(
    """
    Bank Law House Line Seal Rights Days Year Decade Road Belt Doctors Friends Sons Daughters Order Brotherhood Council
    Front Isle University Institute Minister Secretary Agencies Museum Library Voice Radio Bureau Ministries Reserve
    """
)
"""After these, of, for and on go on with the name: Bank of England, Treaty on …"""

COMMON = _words(
    """
    The A An In On At By For From With To Of And But Or Nor So Yet If When While As After Before Since Until Because
    Although Though However Meanwhile Moreover Furthermore Instead Still Also Then Thus Hence Here There This That These
    Those It Its He She They We You I His Her Their Our My Your Who Whose What Where Why How Which Whether Some Many Most
    More Few Several Each Every Both All Any No Not One Two Three Four Five Six Seven Eight Nine Ten First Second Third
    Fourth Fifth Last Next New Old Under Over Between Among During About Against Through Throughout Despite Unlike Like
    Even Only Just Now Today Yesterday Tomorrow Tonight Earlier Later Once Such Other Another Others According Asked
    Officials Analysts Experts Critics Supporters Opponents Reporters Voters Residents People Police Nobody Everybody
    Anybody Somebody Everyone Someone Anyone Nothing Everything Something Anything Neither Either Behind Beyond Within
    Without Around Inside Outside Across Along Above Below Near Nearly Almost About Roughly Some Part Much Less Least
    Back Will Would Could Should Can May Might Must Does Do Did Is Are Was Were Has Have Had Be Been Being Let Make Take
    Get Put See Say Look Ask Think Consider Imagine Remember Note Perhaps Maybe Yes Out Up Down Off Plus Per Than Whereas
    Amid Ahead Apart Aside Soon Often Sometimes Always Never Again Already Rather Quite Very Too Well Further Besides
    Otherwise Likewise Similarly Finally Eventually Initially Originally Recently Currently Formerly Previously Overall
    Together Separately Certainly Clearly Indeed Of Course Thanks Hello Dear Sir Good Bad Big Small Great Little Long
    Short High Low Early Late Right Left Half Double Twice Dozens Hundreds Thousands Millions Billions Speaking Using
    Based Given Following Including Regarding Concerning Considering Depending Owing Due Far Close Key Main Major Minor
    Full Empty Real True False Same Different Similar Various Certain Enough Talks Years Months Weeks Days Hours Minutes
    January February March April May June July August September October November December Jan Feb Mar Apr Jun Jul Aug
    Sep Sept Oct Nov Dec Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Tues Wed Thu Thur Thurs Fri Sat
    Sun Spring Summer Autumn Winter Fall Christmas Easter Ramadan Eve GMT BST EST EDT CET JST UTC AM PM BC AD BCE CE OK
    TV CEO CFO COO CTO MP MPs VIP FAQ PhD ID URL PDF Photo Photos Video Image Source Sources Reference References
    Related Read Updated Published Copyright Advertisement Share Chapter Section Part Figure Table Page Vol No Nos
    God Internet Web Earth Sun Planet World Western-backed State-run State-owned U.S.-led U.S.-backed UN-backed
    EU-wide Covid-19-related Pre-war Post-war Anti-government Pro-government Mid Non Ex Former Then-President
    """
)
"""Words with a capital where a sentence begins, and words that are never a term by themselves."""

STARTERS = _words(
    """
    Brothers Sisters Families Women Men Children Parents Students Workers Farmers Soldiers Doctors Scientists Lawyers
    Eleven Twelve Thirteen Fourteen Fifteen Sixteen Seventeen Eighteen Nineteen Twenty Thirty Forty Fifty Sixty Seventy
    Eighty Ninety Hundred Thousand Million Billion
    Judges Ministers Leaders Delegates Diplomats Envoys Lawmakers Investors Companies Banks Firms Countries Nations
    States Governments Markets Prices Ships Satellites Cables Prosecutors Investigators Researchers Campaigners
    Activists Aides Allies Rivals Rebels Troops Refugees Migrants Villagers Fishermen Engineers Economists Historians
    """
)
"""Common nouns that sentences begin with; elsewhere they may be part of a name."""

SMALL = _words(
    """
    a an the and or but nor so if of in on at by for from with to as is are was were be been being it its this that these
    those he she they we you i his her their our your my who whom whose which what when where why how not no than then
    also more most other others some any all each both few many much several such only own same very can will could would
    should may might must do does did done has have had having into onto over under after before between among during
    about against through up down out off again there here said say says told one two three four five six seven eight
    nine ten first second third last next new old year years month months week weeks day days hour hours minute minutes
    time times while because since until although though whether still just now even back made make per via amid despite
    within without towards toward across around behind beyond near upon yet once ever never always often sometimes almost
    nearly about around least less little lot lots enough rather quite too well away apart along already soon later
    earlier ago today yesterday tomorrow tonight morning evening night afternoon noon midnight monday tuesday wednesday
    thursday friday saturday sunday every everyone everybody anyone anybody someone somebody nobody nothing something
    anything everything another either neither half dozen hundred thousand million billion trillion percent per-cent cent
    like unlike instead however therefore thus hence indeed perhaps maybe likely unlikely certainly clearly simply really
    only alone together mr mrs ms dr
    """
)
"""Small words, and words of time and number: no phrase that is a term holds one."""

PLAIN = _words(
    """
    people person man men woman women child children family families friend friends group groups member members leader
    leaders official officials minister ministers president government governments country countries state states
    nation nations city cities town towns village villages area areas region regions place places world part parts side
    sides way ways thing things kind kinds sort sorts type types form forms piece pieces bit end beginning middle start
    top bottom front rear edge point points question questions answer answers problem problems issue issues case cases
    fact facts idea ideas reason reasons result results effect effects cause causes matter matters word words name names
    number numbers amount share rate level levels size length width height age value values price prices cost costs
    money cash dollar dollars euro euros yen pound pounds rouble roubles ton tons tonne tonnes kilometre kilometres
    kilometer kilometers mile miles metre metres foot feet inch inches hectare hectares acre acres litre litres barrel
    barrels kilogram kilograms gram grams degree degrees decade decades century centuries era period moment
    statement statements speech speeches letter letters report reports article articles story stories news interview
    interviews document documents paper papers page pages text texts draft drafts list lists note notes book books map
    meeting meetings session sessions talk talks visit visits call calls round rounds vote votes step steps move moves
    plan plans work job jobs task role roles use user users help hand hands head heads face faces eye eyes body bodies
    life lives death deaths home homes house houses room rooms door doors street streets road roads car cars bus train
    ship ships boat boats plane planes machine machines tool tools line lines wall walls floor roof table tables desk
    chair office offices building buildings company companies firm firms business businesses industry worker workers
    employee employees staff team teams crew crews boss owner owners buyer buyers seller sellers customer customers
    reader readers reporter reporters writer author expert experts analyst analysts critic critics
    supporter supporters opponent opponents ally allies rival rivals enemy enemies partner partners neighbour neighbours
    neighbor neighbors delegate delegates diplomat diplomats scientist scientists doctor doctors teacher
    teachers student students farmer farmers soldier soldiers sailor sailors captain officer officers guard guards judge
    judges lawyer lawyers prosecutor prosecutors chief aide aides adviser advisers spokesman spokeswoman spokesperson
    majority minority rest total average figure figures record records data detail details example examples sign signs
    deal deals chance chances change changes difference growth rise fall increase decrease decline gain loss losses
    damage harm hope hopes fear fears concern concerns worry worries anger joy surprise pressure effort efforts attempt
    attempts attack attacks strike strikes battle battles fight victory defeat progress success failure mistake
    mistakes luck help thanks attention interest interests support opposition agreement disagreement consensus
    step sense lack need needs demand demands request requests offer offers promise promises warning warnings threat
    threats risk risks danger dangers choice choices option options decision decisions rule rules law laws order orders
    system systems process method methods practice practices programme programmes program programs project projects
    service services product products goods market markets water air land sea ground sky sun moon star stars wind rain
    snow ice fire heat cold light dark day night good bad great big small large huge little long short high low deep
    wide narrow old young early late full empty hard soft easy difficult simple clear open free safe strong weak rich
    poor fast slow quick ready able unable certain sure possible impossible real true false right wrong main major
    minor key important significant serious recent current former future past present previous following next final
    initial original local regional national international global foreign domestic public private common general special
    particular specific similar different various different separate single double joint total entire whole
    military political economic social civil human natural legal official formal informal senior junior top leading
    chief proper single annual monthly weekly daily same
    """
)
"""Common words of the news: two of these together make no term."""

LIGHT_ADJECTIVES = _words(
    """
    new old big small large huge little long short high low good bad great early late young recent current former future
    past present previous next final initial original main major minor key important significant serious possible
    likely different similar various several certain specific particular whole entire total own same other further
    additional extra latest last first second third fourth leading top senior junior strong weak rich poor fast slow
    quick easy difficult hard simple clear open full empty real true false right wrong sure able unable ready certain
    better best worse worst larger largest smaller smallest higher highest lower lowest longer longest greater greatest
    bigger biggest older oldest younger youngest earlier later closer wider broader deeper stronger weaker more less
    many few much enough all most some any each every both such local nearby rival so-called unprecedented immediate
    temporary sudden steady sharp rapid slight modest partial close direct broad wide deep narrow tight bitter
    """
)
"""Adjectives that say too little to make a phrase a term."""

HEAD_NOUNS = _words(
    """
    treaty treaties agreement agreements pact accord accords convention law laws act code charter protocol resolution
    ceasefire truce embargo sanctions tariff tariffs quota quotas cap caps ban bans moratorium veto levy tax taxes
    subsidy subsidies fund funds bond bonds debt deficit surplus budget currency reserve reserves inflation recession
    rate rates rights right immunity sovereignty independence autonomy territory border borders boundary boundaries
    zone zones corridor corridors sea seas waters seabed shelf coast ocean river basin delta reef strait canal pipeline
    pipelines cable cables grid network networks reactor reactors plant plants waste fuel uranium plutonium enrichment
    missile missiles warhead warheads weapon weapons arms drone drones submarine submarines warship warships fleet
    fleets satellite satellites rocket rockets launch orbit debris spacecraft telescope spectrum frequency frequencies
    virus viruses vaccine vaccines disease diseases outbreak epidemic pandemic variant variants clade drug drugs
    medicine trial trials gene genes cell cells emissions emission carbon climate warming energy power hydrogen battery
    batteries solar oil gas coal mining mine mines mineral minerals metal metals earths lithium cobalt nickel copper
    plastic plastics pollution recycling biodiversity species habitat forest forests deforestation fishery fisheries
    fishing catch stock stocks whale whales shark sharks coral corridor drought droughts flood floods glacier glaciers
    ice permafrost reservoir reservoirs dam dams irrigation aquifer groundwater desalination wetland wetlands
    semiconductor semiconductors chip chips algorithm algorithms intelligence model models data privacy encryption
    software platform platforms robot robots election elections referendum coalition parliament constitution democracy
    junta coup insurgency militia militias rebels jihadists terrorism extremism genocide refugee refugees asylum
    migration migrants displacement camp camps citizenship visa visas minority minorities identity indigenous heritage
    diplomacy deterrence alliance alliances autonomy neutrality nonproliferation disarmament peacekeeping peacekeepers
    mission missions verification inspection inspections inspectors safeguards transparency accountability impunity
    tribunal court courts warrant warrants extradition prosecution compensation reparations arbitration ruling rulings
    verdict appeal jurisdiction sovereignty trade exports imports supply chain chains shipping freight port ports
    insurance reinsurance investment investors industry tourism agriculture wheat grain rice fertiliser fertilizer food
    hunger famine poverty inequality wages wage pension pensions housing healthcare education literacy labour labor
    union unions strike strikes minimum income credit loan loans lender lenders bank banks banking finance
    policy policies strategy doctrine principle principles guidelines framework standard standards regulation regulations
    mechanism instrument instruments commission committee council agency authority regulator secretariat assembly summit
    conference dialogue negotiations talks diplomacy consensus majority quorum observer ratification accession membership
    withdrawal annexation occupation blockade siege offensive invasion war wars conflict conflicts peace reconciliation
    transition reform reforms devolution federalism nationalism populism separatism unrest protest protests
    security defence defense programme program programs programmes system systems technology technologies
    recommendations emergency state declaration responsibility responsibilities tactics lane lanes route routes fee fees
    licence licences license licenses permit permits rule rules scheme schemes project projects area areas area bloc
    fleet tanker tankers vessel vessels ship ships flag flags station stations base bases base test tests testing
    listing list lists award medal prize aid relief assistance donor donors contribution contributions pledge pledges
    target targets goal goals commitment commitments credits offset offsets market markets price prices
    """
)
"""Nouns that end the phrases the news is about."""

ACRONYMS = _words(
    """
    GDP GNP AI DNA RNA HIV AIDS LNG LPG CO2 PPE EV EVs ICBM ICBMs IUU EPR ESG ETF IPO VAT GMO PCR MRI GPS 5G 6G PFAS HFC
    HFCs CFC CFCs NDC NDCs SDG SDGs WMD IED IEDs UAV UAVs FPV GPU GPUs EUV LEO VPN LGBT LGBTQ
    """
)
"""Abbreviations that stand for no body and no person."""

NO_ACRONYMS = _words(
    """
    CEO CFO COO CTO MP MPs TV PM AM GMT UTC BST EST EDT CET JST KST ET OK VIP FAQ PHOTO VIDEO LIVE PDF URL ID HQ USD EUR
    JPY GBP CNY AFP AP PA UPI NEW BREAKING EXCLUSIVE UPDATE A I Q Q&A FAQs II III IV VI VII VIII IX XI XII ENVIRONMENT WORLD NEWS
    OPINION ANALYSIS POLITICS BUSINESS ECONOMY SPORT SPORTS HEALTH SCIENCE CLIMATE KEY POINTS THE AND OF IN TO FOR WHAT
    """
)
"""Words in capitals that are none of a name."""
