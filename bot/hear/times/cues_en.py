"""The English words that say what a clause is about: the reply, the interview, the person's own plans. Only data.

The keys are the cues of `bot.hear.times.clauses`; alternatives stand between bars, written as in `words_en`.
"""

from __future__ import annotations

CUES = {
    # They tell the person something; said without a time, this alone is an answer.
    "TOUCH": (
        "hear|heard back|hear back|hear from|let me know|lets me know|letting me know|let us know"
        "|let you know|let ya know|let everyone know|let candidates know|let people know|let all of us know"
        "|let all know|get back|getting back|gets back to|get back to|got to get back|come back to me"
        "|come back to us|come back to you|coming back to me|comes back to me|in touch|be in touch"
        "|get in touch|getting in touch|touch base|reach out|reaches out|reaching out|find out|finding out"
        "|find anything out|find something out|found out|back to me|back to you|let me no|get bak"
        "|keep me in the loop"
    ),
    "TELL": (
        "phoned|rung|texted|messaged|mailed|hearing|know|knows|knew|come back with|call|calls|called|calling"
        "|call back|ring|phone|phone call"
        "|phoning|text|txt|email|emails|emailing|emailed|e mail|mail|message|contact|contacts|contacted"
        "|contacting|reply|replies|respond|responds|responding|response|answer|answers|answering|notify"
        "|notified|notifies|notification|notifications|inform|informed|informing|tell|tells|update|updates"
        "|updated|feedback|feed back|result|results|outcome|outcomes|news|announcement|announce|announced"
        "|announcing|offer|offers|offered|letter|letters|word|write back|drop me|ping me|follow up with me"
        "|learn|report back|circle back|verdict|advise|advised|send|sends|sending|send out|sent out"
        "|sending out|go out|goes out|going out|come out|comes out|coming out|revert|revert back|confirm"
        "|confirmed|confirmation|next steps|back to us|back with|rejection|rejections|buzz|shout|invite"
        "|invited|invites|told either way|be told|all be told|let on|wait|waiting|hold tight|sit tight"
        "|be patient|reveal|share|hold off|give them|give it|give him|give her|give us|gave them"
    ),
    # They make up their minds.
    "DECIDE": (
        "decide|decides|decided|deciding|decision|decisions|appoint|appointing|make an appointment"
        "|make the appointment|choose|chooses|chosen|choosing|make up their mind|make up their minds"
        "|making up her mind|making up his mind|making up their minds|final call|select|selects|selecting"
        "|selected|selection|pick|picks|picked|picking|make a choice|finalise|finalize|finalising|finalizing"
        "|finalised|finalized|settle|settled|hire|hires|fill the position|fill the role|make the call"
        "|sign off|deliberate|deliberating|review|reviews|reviewing|narrowed|narrow|narrow it|shortlist"
        "|shortlisting|rank|evaluate|evaluating|discuss|conclusion"
    ),
    # Something comes to its end: the interviews, or all of it.
    "WRAP": (
        "board meets|committee meets|panel meets|council meets|team meets|board votes|council votes"
        "|committee votes|board sits|wrap up|wraps up|wrapping up|wrapped up|wrap this up|wrap it up"
        "|wrap things up|conclude|concludes|concluded|complete|completes|completed|completing|finish|finishes"
        "|finished|finishing|done|be done|process|last until|last through"
    ),
    # Something else happens: the other candidates, a holiday, the start of the job.
    "OTHER": (
        "candidate|candidates|applicant|applicants|finalists|meet|meets|meeting|meetings|met|panel|round"
        "|rounds|stage|next stage|back from|is back|shes back|hes back|theyre back|im back|are back|gets back"
        "|gets in|back in|back on|comes back|flies back|flying back|flies|returns|returning|return|on holiday"
        "|on holidays|on vacation|on leave|vacation|annual leave|maternity leave|pto|away|is out|are out"
        "|he out|she out|hes out|shes out|theyre out|they out|manager out|boss out|recruiter out|hr out"
        "|out sick|out of office|ooo|out of town|out of the office|out of the country|unavailable|off sick"
        "|travelling|traveling|receipt|applied|application|applications|apply|applying|start|starts|started"
        "|starting date|start date|the start date|a start date|end date|the end date|begins|begin"
        "|need someone|needs someone|need somebody|want someone|wants someone|wanted someone"
        "|looking for someone|someone to start|someone in place|someone on board|someone in|onboarding"
        "|induction|presentation|present|test|tests|assessment|assignment|case study|task|take home|notice"
        "|notice period|contract role|contract ends|probation|training|closing date|advert|advertised|posted"
        "|posting|job posting|closes|close on|opened|opens|birthday|wedding|moving|move|flight|fly|flying"
        "|appointment|exam|exams|other offer|another offer|competing offer|is a holiday|public holiday|is off"
        "|are off|is closed|are closed|closed|shut|busy|hectic|swamped|screening|screenings|more people"
        "|other people|other guy|other girl|other person|other lady|someone elses|seeing|to see|background check"
        "|background checks|references|reference check"
        "|reference checks|visa|salary|budget|conference|offsite|off site|retreat|travel|trip|leaves|leaving"
        "|leave|thank you note|trial shift|trial day|shadow day|drug test|medical|my current job|graduation"
        "|graduate|rent|payday|due|funeral|surgery|launch|launches|release|go live|goes live|audit|expires"
        "|expire|lease|experience|trial|internship|placement|course|secondment|rotation|project|gig|stint"
        "|flew|visit|visits|visiting|someone else|commute|office|days in|bonus|reorg|merger|event"
        "|deadline for applications|deadline to apply|applications due|fiscal"
    ),
    # The interview itself: today, for anything that is counted from it.
    "INTERVIEW": (
        "interview|interviews|interviewing|interviewed|interveiw|intervew|final interview|final interviews"
        "|last interview|last interviews|second interview|second interviews|first interview|third interview"
        "|2nd interview|1st interview|3rd interview|phone interview|video interview|job interview"
        "|next interview|chat|spoke|spoken|talked|talk|call with|final round interview|our call|our chat"
        "|our meeting|our conversation|our interview|our talk|conversation|phone screen|screening call"
        "|panel interview|onsite|site visit|campus visit"
    ),
    # What the person does.
    "MINE": (
        "follow up|following up|followup|follow up with them|check in|checking in|check back|chase|chasing"
        "|chase them|chase up|call them|calling them|call her|call him|email them|emailing them|email her"
        "|email him|contact them|ring them|phone them|ask them|ask her|ask him|write to them"
        "|reach out to them|reach out to her|nudge them|ping them|get back to them|get back to her"
        "|get back to him|let them know|tell them|give them an answer|give them my answer|give them a call"
        "|give them a ring|answer them|reply to them|send them|i sent|i emailed|i called|i applied|remind me"
        "|i should call|i can call|i could call|i will call|im calling|ill call|iwill call|i call"
        "|i should email|i can email|i email|ill email|iwill email|i should reach out|i answer|i reply"
        "|i decide|i have to decide|i need to decide|i must decide|my deadline|i have until|ive until"
        "|ive got until|gave me until|give me until|given me until|giving me until|i have to answer|i accept"
        "|im sending|i send|ill send|i submit|im submitting|ill submit|i hand in|i wanted|i needed|i requested"
        "|i was hoping|i hoped|to accept|accept the offer|sign the|i sign"
        "|i can start|i could start|i start|i begin|i leave"
        "|im away|im off|i am away|im on holiday|i am on holiday|i finish|i graduate|my last day|my notice"
        "|im on vacation|i go on|i fly|i move|i have an exam|i told them|i get back from|i get back on"
        "|i am back|i asked|i asked them|i said|i offered|i suggested"
    ),
    "NOT": (
        "not|wont|dont|doesnt|didnt|cant|cannot|isnt|arent|wasnt|havent|hasnt|wouldnt|shouldnt|couldnt"
        "|never|none|nobody|no one|nothing|without|unlikely|doubt|doubtful|neither|nor|aint|not be"
        "|rather than|instead of|as opposed to|hardly|isn t|don t|won t|can t|didn t|wont be|not going|unable"
        "|other than"
    ),
    # A "not", or right before another time a correction: "Tuesday, no Wednesday".
    "NO": "no",
    # The person corrects what stands before.
    "FIX": (
        "no wait|wait no|no ,|wait ,|oh wait|wait sorry|sorry|i mean|i meant|scratch that|correction"
        "|make that|make it|or rather|rather|actually|no sorry|sorry no|oops|i misspoke|my mistake|my bad"
        "|strike that|more like|nope|no actually|actually no|hang on|hold on|now its|now it is|now it|oh no"
        "|changed to|moved to|pushed to|pushed back to|delayed to|changed it to|moved it to|pushed it to"
        "|shifted it to|delayed it to|put it back to|moved back to|bumped to|bumped it to|rescheduled to"
        "|rescheduled for|postponed to"
        "|brought forward to|shifted to|no it was|no it is"
    ),
    # What it was before it changed.
    "ORIGINALLY": (
        "originally|initially|at first|previously|first they said|first it was|was supposed to be|was meant to be"
    ),
    # What no answer at all tells.
    "SILENCE": (
        "means no|means a no|means its a no|means i didnt get it|means rejection|take it as a no|consider it a no"
        "|assume|please assume|its a no"
    ),
    "MOVED": "moved|rescheduled|changed|pushed|pushed back|postponed|shifted|delayed|brought forward",
    # What follows hangs on an event or a condition.
    "ONCE": (
        "once|when|whenever|as soon as they|as soon as she|as soon as he|as soon as the|as soon as i"
        "|as soon as we|as soon as everyone|as soon as all|upon|pending|depends on|depending on"
    ),
    "IF": "if|in case|provided|assuming|unless|should you",
    "IF NOT": "should you not|should we not|should i not",
    "SO": "so|therefore|that means|which means|meaning|thus",
    "CUT": (
        "but|because|cause|cos|coz|although|though|tho|while|whereas|which|except|since they|since he|since she"
        "|who|however|yet|as they|as he|as she|as the"
    ),
    "OTHER until": "out until|out till|out of office until|out of the office until|away until|away till",
    "CUT then": "then they|then he|then she|then we|then i|and then",
    # The person answers without a time.
    "VAGUE": (
        "soon|shortly|asap|as soon as possible|in due course|due course|a while|eventually|quickly"
        "|fairly quickly|quick|promptly|earliest convenience|not specify|im not sure|unsure|be weeks"
        "|take weeks|be days|take days|be months|take months|idk|dunno|na|none given|unspecified|unclear"
        "|unknown|vague|deadline|timeline|timeframe|time frame|time line|time scale|timescale|exact date|tbd"
        "|tba|tbc|to be confirmed|to be announced|open ended|it depends|depends|forgot to ask|forgot"
        "|any day now|any time now|any minute now|sooner or later|sooner rather than later|up in the air"
        "|hard to say|noncommittal|non committal|rolling basis|rolling|ongoing|indefinite|indefinitely"
        "|keep me posted|keep you posted|keep in touch|stay in touch|near future|before long|before too long"
        "|skip|coming weeks|coming days|coming months|next weeks|next days|next months|a bit|sometime soon"
        "|some time soon|take their time|take my time|taking their time|immediately|straight away|right away"
        "|swiftly|pretty soon|cannot remember|in no time|still deciding|whenever they|however long|ages"
        "|hard to tell|tough to say|difficult to say|up to the client|up to them|up to hr|up to the boss"
        "|up to him|up to her|in due time|not too distant future|foreseeable future|any moment|any moment now"
        "|any minute|any second|ran out of time|internally|in a hurry|in no hurry|no hurry|long process"
        "|slow process|more rounds|in the pipeline|play it by ear|playing it by ear|see how it goes|wait and see"
        "|well see|keep me updated|keep me informed|in the works|dodged|dodge|dodging|evasive|cagey|tight lipped"
        "|brushed it off|brushed me off|skirted|skirted around it"
        "|wishy washy|hand wavy|left it open|left it at that|avoided the question|slipped my mind|shrugged|forever"
        "|when theyre ready|when they are ready|in the future|at their leisure|move fast|move quickly"
        "|moving quickly|moving fast|quick turnaround"
    ),
    # The same, with a "not" in it, which turns a bound round: "they can't say before Friday".
    "NOT VAGUE": (
        "didnt say|did not say|doesnt say|dont know|do not know|doesnt know|didnt know|didnt tell me"
        "|didnt mention|did not mention|didnt give|did not give|didnt specify|did not specify|never specified"
        "|didnt elaborate|didnt commit|not sure|not sure if|not sure whether|not sure which|werent sure"
        "|wasnt sure|isnt sure|arent sure|not certain|no idea|no clue|not given|not specified|no date"
        "|no dates|wouldnt say|couldnt say|didnt discuss|didnt ask|never said|never told|havent said|no rush"
        "|couldnt tell|wasnt told|not told|not mentioned|hasnt said|havent told|havent been told|havent heard"
        "|no specifics|nothing was said|nothing said|no mention|didnt think to ask|didnt think of asking"
        "|didnt get a chance|no chance to ask|couldnt give|cant give|wouldnt give|no commitment|no word|no info"
        "|no details|no indication|didnt come up|never came up|not discussed"
        "|wasnt discussed|didnt answer|wouldnt commit|couldnt commit|not yet|no specific date|not really|dont ask"
        "|cant remember|dont remember|cant recall"
        "|cant say|not long|wont be long|not decided|havent decided"
    ),
    # Somebody says, or something is going to be.
    "WILL": (
        "will|would|should|might|could|going|gonna|said|says|saying|say|told|mentioned|promised|supposed"
        "|expecting|hoping|theyll|itll|youll|hell|shell|theywill|wewill|hewill|shewill|itwill|youwill|hrwill"
        "|theyd|hed|shed|aim|aiming|plan|planning|plans|want|wants|hope|hopes|hoped|intend|trying|try"
    ),
    "TERM": "contract|maternity cover|break|holiday|cover",
    "COUNTED": "th floor|century",
}

HEDGES = (
    "whether or not|either way|one way or the other|one way or another|about|around|roughly|approx"
    "|approximately|circa|ca|maybe|perhaps|probably|prob|probs|prolly|possibly|hopefully|likely"
    "|most likely|very likely|ideally|or so|i think|i guess|i believe|i suppose|i reckon|i imagine"
    "|i assume|i expect|i thought|we think|they think|she thinks|he thinks|kind of|sort of|kinda|sorta"
    "|like|just|somewhere|supposedly|apparently|in theory|presumably|fingers crossed|at some stage"
    "|or thereabouts|thereabouts|in the region of|in the ballpark of|realistically|around about"
    "|pretty much|exactly|definitely|certainly|only|even|already|also|still|anywhere|or something"
    "|or something like that|basically|potentially|im guessing|estimated|if possible|fairly|quite|pretty"
    "|more or less|all being well|all going well|god willing|with luck|with any luck"
    "|touch wood|lets say|tentatively|normally|usually|typically|generally|right|well|either|honestly"
    "|literally|precisely|sharp|on the dot|i hope|we hope|im hoping|if not sooner|if not earlier"
    "|if not before|or thereafter|if all goes well|if all goes to plan|very|obviously|perhaps even"
    "|or maybe even|or whatever|if im lucky|if lucky|at a guess|a good|expected|expect|to expect|ish"
    "|and a bit|and something|really|excluding bank holidays|not counting bank holidays|not including bank holidays"
    "|excluding public holidays|not counting public holidays|excluding holidays|not counting holidays"
    "|not including holidays|bank holidays excluded|bank holidays not included"
    "|due to the volume of applications|due to the high volume of applications|due to high volumes"
    "|due to the number of applications|due to the number of applicants|due to the number of candidates"
    "|due to the volume of candidates|due to the volume of applicants|due to the high number of applications"
    "|due to high demand|as far as i know|from what i understand|i understand|seems like|sounds like"
    "|looks like"
    "|in all likelihood|in all probability|at this rate|at this point|guess|please|pls|thanks|thank you"
    "|thx|cheers"
)
VAGUE_HEDGES = (
    "sometime|some time|at some point|some point|any time|anytime|at any time|someday|some day|any point|any day"
)

# Words that may stand behind a date without making it something else ("the 15th she said", not "the 15th floor").
PLAIN = (
    "half|between|another|commencing|which|the|a|an|of|on|in|for|that|same|is|be|with|containing|away|at"
    "|to|as|than|from|into|per|off|this|these|those|and|or|not|i|me|my|we|us|our|you|your|he|him|his|she"
    "|her|it|its|they|them|their|everyone|everybody|someone|anyone|all|both|each|are|was|were|been|being"
    "|am|do|does|did|has|have|had|having|get|gets|getting|got|there|here|where|what|how|why|if|can|may"
    "|must|shall|let|lets|im|id|ill|ive|theyre|hes|shes|whos|whats|youre|thats|theres|wed|now|then|too"
    "|yeah|yes|yep|yup|ok|okay|sure|lol|haha|tbh|hr|recruiter|manager|boss|company|team|guys|folks|fine"
    "|good|great|cool|works|work|mean|means|made|make|makes|making|take|takes|taking|ready|anyway|though"
    "|again|instead|hopefully|fingers|according|least|most|t|h|m|s|d|w|q|utc|gmt|twice|thrice|afterwards"
    "|thereafter|forward|point|date|plus|whether|turnaround|window|period|delay|long|out|back|up|down"
    "|till|o|u|r|n|pm|job|because|since|said|think|thinks|feel|believe|wish|luck|oh|hmm|um|uh|er"
)
