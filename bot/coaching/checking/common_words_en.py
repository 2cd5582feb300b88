"""English words that say little by themselves, and those that are names as well. Only data."""

from __future__ import annotations

from bot.coaching.checking.lexicon import word_set

FUNCTION_WORDS = word_set(
    """a about after again all also although always am an and another any anything are as ask at away back be because
    been before being best better between both but by can cannot come could did do does doing done down each either
    else even ever every few first for from further get give go going good got had has have having he hello her here
    hi him his how however i if in into is it its itself just kind last least less let like little look made make many
    may maybe me might mine more most much must my myself near need never new next no nor not nothing now of off often
    on once one only or other our out over own part per please put quite rather really regards said same say see shall
    she should since so some something soon still such take than thank thanks that the their them then there these
    they thing things think this those though through till time to today together tomorrow too two under until up
    upon us very want was way we week well were what when where whether which while who whole whom whose why will with
    within without would yes yesterday yet you your yours yourself"""
)
STOCK_WORDS = FUNCTION_WORDS | word_set(
    """able absolutely add additional additionally afternoon amazing anyone application apply applied appreciate
    appreciated assist attached available background believe bring busy call candidate candidates career chance
    chat clear colleague colleagues company confident consider consideration contact continue contribute contribution
    conversation convinced culture cv day days dear decide decision definitely delighted demonstrate describe
    described detail details development direction discuss discussing discussion do documents dream easy email employer
    enjoy enjoyed enjoyable enough environment evening everyone everything exactly excellent excited exciting
    experience explain explained express extremely feel fit forward friday friendly further future gave getting
    giving glad gladly goals grateful great greatly grow growth happy hard hear hearing heard help helpful hesitate
    hire hiring honestly honour honoured honored hope hopefully idea ideas impressed impression include information
    insight insightful inspiring interest interested interesting interview interviewed interviewing job join joining
    keen keep keener knew know knowing knowledge leading learn learned learning learnt letter long looking lot love
    loved mail match matter meet meeting member members mention mentioned minutes moment monday month months morning
    nice note number offer offered office open opportunity organisation organization outstanding passion passionate
    people perfect person phone place pleasant pleased pleasure position possible post potential prepare process
    professional provide provided qualified question questions quick quickly read reading ready reason receive
    recent recently reference references reflect regarding reiterate relevant remain reply required respond response
    responsibilities responsible result resume right role saturday schedule send sending sent share shared sharing
    shortly show showed showing sincerely skill skills sorry speak speaking special spend spent spoke start step
    strength strengthened strong strongly succeed success sunday suit supply support sure taking talk talked talking
    team teams tell telling tend thankful thinking thought thrilled thursday told took towards truly try tuesday
    understand understanding update useful value valuable vacancy visit warm wednesday weeks welcome whenever wish
    wishes wonderful word words work worked working world worth write writing year years"""
)
NAMES_TOO = word_set(
    """january february march april may june july august september october november december monday tuesday
    wednesday thursday friday saturday sunday easter christmas english german french spanish italian dutch polish
    american british european i
    acorn amber anchor apple arc arrow art ash aspect atlas bank bay beacon bell bill birch block bloom blue bold
    bolt book boots box branch bridge bright brook canvas care carbon cedar chance chase cherry church circle city
    clay clear cloud coast coin compass core corner craft creek cross crown data dawn dean dell delta design dial
    dove drew drive eagle earth east echo edge element elm ember energy engine everest express faith falcon farm
    fast fern field finch first fisher flash flex focus forest forge foundation fox frank future gap garden gate
    general gene glass globe gold grace grand grant gray green grid ground group grove guy hall harbour harbor
    harvest haven hawk hay health heath helm herb hill hive holly home hope horizon house hub hunter iris iron
    island ivy jack jay jet joy key kind king kit kitchen lake lance land lane lark leap legal level light lily
    linear link lion logic loom lotus love lumen luna magnet maple mark market mason maze media medical mercury
    merit mesh mill mint miles mirror mission moon moss motion mountain nest network next nick north notion nova
    oak ocean olive opal open orange orchard order origin oscar otter page parker partners pat path peak pearl
    penny phoenix pilot pine pioneer pixel plain planet plum point polar pool port power press prime prism pulse
    quest rain ranger ray red reed reef relay rich ridge ring rise river rob robin rock root rose royal ruby rush
    russell sage salt sand scale school sea seal services shape shell shield shop signal silver sky slack smart
    snap snow solid solutions sonic south spark spring sprout square stage standard star station stem sterling
    stone storm stream stripe studio sue summit sun swan swift system systems target technology terry thorn tide
    tower trade trail tree trust twist union unit unity vale valley vault venture verse victor view violet virgin
    visa vista vital ward water watt wave way wells west wheel white will wind wing wise wolf wood woods works
    young zoom"""
)
