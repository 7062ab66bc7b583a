import type { Words } from './cast.types.js';

/** What a kind of words can be about: types of activity, or ids of programme items, which go before types. */
const kinds: Record<string, string[]> = {
  look: ['open-day', 'trial-day', 'trial-lesson'],
  work: ['placement'],
  short: ['taster-placement', 'lightning-placement'],
  anywork: ['placement', 'taster-placement', 'lightning-placement'],
  pro: ['p2-intern', 'p3-groep', 'p4-stage', 'p5-stage'],
  prolab: ['p1-rondje', 'p3-simulator'],
  provisit: ['p1-bedrijf', 'p2-bedrijf'],
  protalk: ['p1-gesprek', 'p3-gesprek', 'p4-gesprek'],
  prolook: ['p4-entree', 'p5-open'],
  fair: ['careers-fair', 'meet-and-greet'],
  visit: ['company-visit'],
  zwaluwhof: ['v2-lokaal'],
  guest: ['guest-lesson'],
  talk: ['career-conversation', 'v3-start', 'v3-gesprek', 'v4-gesprek'],
  talklate: ['v3-gesprek', 'v4-gesprek'],
  talkhome: ['v2-gesprek'],
  evening: ['v2-avond', 'v4-avond'],
  evening4: ['v4-avond'],
  ask: ['professional-interview'],
  home: ['home-assignment'],
  self: ['v1-kwaliteiten'],
  test: ['interest-test'],
  photos: ['p2-test'],
  sheet: ['profielschets-studied'],
  ppo: ['ppo-lesson'],
  lab: ['skills-lab'],
  labtl: ['v3-tl'],
  job: ['job-or-volunteering'],
  project: ['company-assignment', 'v3-handel'],
  shop: ['v3-handel'],
};

/** `kind | result | evaluation | follow-up`; each line is one voice. */
const list = `
look | Twee lessen meegedaan. In de ene deed ik zelf iets, in de andere moest je luisteren. | De eerste was top. Bij de tweede keek iedereen op zijn telefoon, ook de studenten. | Vragen hoeveel lessen van het eerste soort je hebt.
look | Ik weet nu waar het is en hoe laat de eerste bus gaat (6.52, help) | school zelf was mooi, kantine is duur | met de fiets proberen
look | Meegelopen met een eerstejaars, Robin. Die liet alles zien, ook het fietsenhok. | Robin was eerlijk: in de eerste maand wilde hij stoppen, daarna niet meer. | Nadenken of ik dat vol zou houden.
look | gekeken en gevraagd of je veel stage hebt. ja 2 dagen | docenten zijn chill ze zeggen je en jij | denk dat ik dit wil
look | Ik had drie vragen voorbereid en heb er twee durven stellen. | De derde was de belangrijkste natuurlijk. | Die ene vraag mailen: wat als je halverwege wilt wisselen?
look | Veel gezien in korte tijd. Het lokaal met de apparatuur is groter dan onze hele school. | Ik voelde mij daar een beetje klein, maar wel welkom. | Nog een keer gaan zonder ouders.
look | het was anders dan de folder. in de folder lachen ze allemaal haha | gewoon een school. wel beter dan ik dacht | Aanmelden of nog 1 andere kijken
look | Een echte les gevolgd. Ik snapte het meeste en één ding helemaal niet. | De docent legde het daarna apart uit en zei dat iedereen dat in het begin niet snapt. | Het stukje thuis nog eens opzoeken.
look | Mijn vader stelde alle vragen en ik stond erbij. | Volgende keer zonder mijn vader, hij bedoelt het goed. | Zelf teruggaan op de open avond.
look | Ik kwam voor iets anders en bleef hangen bij de stand ernaast. | Soms moet je per ongeluk verkeerd lopen. | Informatie gevraagd over allebei.
look | Meegedaan met een opdracht in een groepje van studenten. Ze vroegen mij ook wat ik vond. | Ik was bang dat ze mij een kleintje vonden. Niet dus. | Profielschets lezen.
look | niet mijn ding. te veel achter de computer | wel goed dat ik gegaan ben nu weet ik het | iets anders kiezen om te bekijken
look | Alles wat ze vertelden wist ik eigenlijk al van internet. | Maar de sfeer kun je niet googelen, en die was goed. | Nog één opleiding vergelijken.
work | Ik heb meegelopen en vanaf de tweede dag mocht ik het zelf doen. | In het begin vroeg ik te weinig. Toen ik wel vroeg ging alles sneller. | Volgende stage op dag 1 vragen wat ik mag doen.
work | veel gestaan, veel gelopen, 14.000 stappen op 1 dag | moe maar wel trots eigenlijk | goede schoenen kopen
anywork | Geleerd: hoe je de dag begint met een lijst en die afstreept. | Ik dacht dat {beroep} vooral druk was, maar het is ook veel wachten en dan ineens rennen. | Kijken of het op een andere plek ook zo is.
work | Mijn begeleider was de eerste dag ziek en niemand wist dat ik kwam. Na een uur kreeg ik een jas en een taak. | Vervelend begin, maar vrijdag wilde ik niet weg. | Bedankkaart gestuurd.
anywork | Ik heb een fout gemaakt met een bestelling. Ik heb het gezegd en we hebben het samen opgelost. | Ik durfde het bijna niet te zeggen. Ze werden helemaal niet boos. | Altijd meteen zeggen.
work | ik moest om 7 uur beginnen. was elke dag op tijd | saaie stukken: pauze met alleen grote mensen. leuke stukken: de rest | Dit zou ik wel elke dag kunnen
anywork | Ik mocht vooral kijken omdat het gevaarlijk kan zijn. | Jammer, ik leer het meest door doen. Wel veel gezien wat ik niet wist. | Een plek zoeken waar ik zelf iets mag doen.
anywork | De collega’s waren aardig en maakten grapjes waar ik de helft van begreep. | Ik heb gemerkt dat ik rustig blijf als het druk is. Dat zeiden ze ook op mijn formulier. | Het formulier bewaren voor mijn dossier.
anywork | Viel tegen. Ik had iets heel anders verwacht van {beroep}. | Het werk zelf was prima maar steeds alleen. Ik heb mensen om me heen nodig. | Iets zoeken waar je met een team werkt.
work | Op de laatste dag mocht ik het aan een nieuwe stagiair uitleggen. | Toen merkte ik pas hoeveel ik in die dagen geleerd had. | Gevraagd of ik in de vakantie terug mag komen.
anywork | stage was ok. chef zei dat ik mijn telefoon in de kluis moest doen. deed ik | de tijd ging sneller zonder telefoon gek genoeg | nog een keer maar dan ergens anders
anywork | Ik heb klanten geholpen, ook een die boos was. | Bij de boze klant heb ik mijn begeleider gehaald. Dat was goed zei ze, dat is ook vakwerk. | Kijken hoe zij het doet en het een keer zelf proberen.
anywork | Van alle taken vond ik de administratie aan het eind van de dag het prettigst. Onverwacht. | Rustig, iets afmaken, klaar. | Opzoeken welke beroepen dat meer hebben.
work | Ze vertrouwden mij met de sleutel!! | Ik weet niet of ik dit werk wil maar ik wil wel dat mensen me vertrouwen | Vragen om een getuigschrift
pro | Ik was elke keer op tijd. Ik heb mijn taken gedaan. | Het ging goed. Soms vergat ik iets, dan keek ik op mijn kaart. | Zonder kaart proberen.
pro | Ik heb gewerkt met Sjon. Hij doet het voor en dan doe ik het na. | Sjon is aardig. Hij praat niet te veel. | Vragen of ik meer dagen mag.
pro | Het was eerst moeilijk om hulp te vragen. Nu doe ik mijn hand omhoog of ik loop naar de begeleider. | Ik ben trots. | Ook om hulp vragen als het druk is.
pro | Ik heb 1 keer niet gebeld toen ik ziek was. Nu weet ik dat je moet bellen vóór 8 uur. | Dat was niet goed maar nu gaat het wel goed. | Nummer staat in mijn telefoon.
pro | Veel geleerd: vegen, opruimen, tellen, groeten. | Tellen vond ik het leukste. | Werk zoeken waar je telt.
pro | ik vind het leuk op stage leuker dan school | ze zeggen dat ik sterk ben | blijven
pro | Ik mocht met de machine. Eerst oefenen en toen echt. | Spannend maar ik kon het. | Certificaat halen.
pro | Deze plek was niet goed voor mij. Te veel lawaai. | De juf heeft mij geholpen om het te zeggen. | Rustiger plek.
fair | Drie mensen gesproken. De derde vroeg meer aan mij dan ik aan hem. | Leuk, iemand die echt wil weten wat je kunt. | Zijn kaartje zit in mijn map.
fair | tasje pen sleutelhanger snoepjes | en ook met iemand van de brandweer gepraat die was interessant | kijken wat je nodig hebt voor brandweer
fair | Gesproken met iemand die {beroep} is en die vroeger op onze school zat. | Ze wist nog welke docent altijd zong. Daardoor durfde ik meer te vragen. | Ze wil wel een keer langskomen in de klas.
fair | Ik ging met vrienden rond en we hebben vooral gelachen. De laatste tien minuten ben ik alleen gegaan. | In die tien minuten heb ik meer gehoord dan in het uur ervoor. | Volgende keer alleen beginnen.
fair | Er waren beroepen bij waar ik nog nooit van gehoord had, zoals geluidsdecorateur. | Mijn lijstje is langer geworden in plaats van korter. | Twee ervan opzoeken.
fair | niks gezien wat ik wil worden | wel 3 dingen die ik NIET wil worden dat is ook wat | verder zoeken
fair | Gevraagd wat het vervelendste is aan hun werk. Daar moesten ze allemaal lang over nadenken. | Beste vraag van de dag, niet zelf bedacht maar van mijn mentor. | Deze vraag onthouden.
fair | Met een oud-leerling gesproken die eerst de verkeerde opleiding koos. | Hij zei: niet erg, wel zonde van een jaar. Ga dus kijken. | Meeloopdag aanvragen.
visit | Gezien hoe het hele bedrijf werkt, van de poort tot de baas. | Ik vond de mensen achter de schermen interessanter dan de machines. | Opzoeken hoe je daar komt.
visit | rondleiding en gehaktbal in de kantine | 1 uur lopen met een helm op. helm was te groot | nee
visit | Ik heb opgeschreven welke tien beroepen ik zag. Vier kende ik niet. | Vooral de planner: die weet alles maar niemand ziet hem. | Iemand interviewen die zoiets doet.
visit | Het was warm en het rook raar, maar na een kwartier merk je dat niet meer. | Ik zou er niet willen werken. Goed om te weten. | Iets buiten bekijken.
guest | De man die vertelde had op zijn vijftiende ook geen idee. Dat gaf rust. | Hij heeft vijf verschillende banen gehad en vond er vier leuk. | Minder stressen.
visit | Ik mocht de knop indrukken waarmee alles ging draaien. | Dat was het hoogtepunt. Verder goed opgelet, twee bladzijden aantekeningen. | Verslag afmaken.
visit | Ze zoeken veel mensen zeiden ze wel drie keer | Salaris was ook goed. Maar ik weet niet of ik elke dag hetzelfde wil doen. | Aan mijn neef vragen, die werkt in ploegen.
visit | Vragen gesteld over werktijden en of je ook parttime kunt. | Fijn dat ze eerlijk antwoord gaven: in december kan er niemand vrij. | Meenemen in mijn keuze.
talk | Besproken wat goed gaat en wat ik nog moet uitzoeken. | Mijn mentor zag iets wat ik zelf niet zag: dat ik altijd de boel regel. | Daar een voorbeeld van opschrijven.
talk | het ging over wat ik wil. ik zei weet niet. toen zei mijn mentor wat wil je niet en dat was makkelijker | lijstje van 6 dingen die ik niet wil | lijstje omdraaien
talk | Mijn plan is nu: eerst kijken, dan pas kiezen. | Het gesprek duurde langer dan tien minuten en dat was niet erg. | Voor de kerst één meeloopdag.
talk | Ik heb voor het eerst gezegd dat ik twijfel. | Opluchting. Blijkbaar twijfelt de halve klas. | Samen met een klasgenoot gaan kijken.
talklate | We hebben mijn dossier bekeken. Er stond meer in dan ik dacht. | Leuk om mijn stukje uit de eerste terug te lezen, ik schreef toen heel anders. | Aanvullen wat er mist.
talkhome | Moeder was erbij. Zij zegt dat ik koppig ben, mijn mentor noemt het doorzetten. | Zelfde ding, ander woord. | Voorbeeld zoeken van doorzetten.
talklate | Ik moest in drie zinnen zeggen wat ik wil. De eerste keer werden het er elf. | Nu zijn het er vier. Bijna. | Oefenen voor het echte gesprek.
talk | goed gesprek kort ook | had er eerst geen zin in maar toch wel nuttig | open dag kiezen
talklate | Besproken dat mijn cijfers goed genoeg zijn maar dat ik meer moet laten zien wat ik buiten school doe. | Dat wist ik niet, dat voetbaltraining geven ook telt. | In mijn dossier zetten.
evening | Samen met mijn oom geweest. Veel informatie over data en formulieren. | Hij begreep het sneller dan ik. | Data in mijn agenda gezet.
evening4 | Gehoord dat je je vóór 1 april moet aanmelden en dan recht hebt op een plek. | Geruststellend. | Geen uitstel, gewoon doen in de kerstvakantie.
evening | lang. harde stoelen. wel gesnapt hoe het werkt nu | goed dat mijn ouders het ook gehoord hebben | ok
ask | Tien vragen gesteld aan iemand die werkt als {beroep}. | Ik was zenuwachtig tot vraag drie, daarna werd het een gewoon gesprek. | Uitwerken en terugsturen, want dat wilde diegene graag lezen.
ask | Geïnterviewd via videobellen, want het was ver weg. | Ik vroeg wat een slechte dag is. Daar leerde ik het meeste van. | Ook een slechte dag gaan zien.
ask | mijn buurman gedaan want ik wist niemand | hij doet iets heel anders dan ik dacht. woont al 10 jaar naast ons haha | vaker praten met buren
ask | Antwoorden opgenomen en uitgetypt, zes bladzijden. | Op de helft dacht ik: dit zou ik ook willen. Op bladzijde vijf niet meer. | Nog iemand met hetzelfde beroep vragen.
ask | Ze belde zelf terug omdat ze mijn vragen goed vond. | Daar was ik wel een dag blij van. | Zij kent een stageplek.
home | Aan tafel gevraagd wat iedereen doet op een dag. Mijn vader tekende zijn werk uit op een servet. | Ik wist niet dat hij ook mensen moet inwerken. | Een dagje mee in de meivakantie.
home | mijn moeder werkt bij de thuiszorg. ze fietst 22 km op een dag. ik heb het nagerekend | respect | ik ga haar banden oppompen
home | Mijn opa heeft veertig jaar op dezelfde plek gewerkt. Ik vroeg of dat niet saai was. Hij zei: de plek wel, de mensen niet. | Mooi antwoord. | Zelf nadenken wat ik belangrijker vind.
home | Niemand thuis had tijd dus ik heb de mevrouw van de bibliotheek gevraagd. | Zij vond het juist leuk en liet het magazijn zien. | Bedankt.
home | Mijn broer werkt in ploegen. Ik heb een week bijgehouden wanneer hij slaapt. | Nachtdienst is niks voor mij. Zijn salaris wel. | Opzoeken waarom nachtwerk meer verdient.
self | Sterk punt: ik blijf rustig. Zwak punt: ik begin te laat. | Klopt allebei. Mijn groepje moest lachen bij het tweede. | Eén week op tijd beginnen en kijken wat er gebeurt.
self | ik had gekozen: grappig. de rest koos voor mij: behulpzaam | wist ik niet. is ook wel waar | 
self | Ik vond het moeilijk om iets goeds over mezelf op te schrijven. Over anderen ging het vanzelf. | Misschien is dat ook een kwaliteit. | Aan mijn zus vragen wat zij zou opschrijven.
self | Drie kaartjes: nieuwsgierig, eerlijk, ongeduldig. | Ongeduldig is volgens de docent ook een kracht, als je het aanzet op het goede moment. | Uitproberen.
test | De uitslag was iets met mensen. Dat kan alles zijn. | Ik had op een antwoord gehoopt, het werd een richting. | Bij twee profielen gaan kijken.
test | techniek 1 groen 2 zorg 3 | klopt wel ja. groen verbaasde me | toch even bij groen kijken
test | Ik heb eerlijk ingevuld in plaats van wat goed klinkt. | De uitslag lijkt daardoor meer op mij dan vorige keer. | Bespreken in het gesprek.
test | Uitslag: ondernemend. Mijn tafelgenoot had precies hetzelfde en wij lijken niet op elkaar. | Dus ik weet niet hoeveel het zegt. | Zelf nadenken blijft nodig.
sheet | Profielschets gelezen. Bij zes van de acht punten had ik een bewijs. | De andere twee zijn plannen en presenteren. Verrassing: nee. | Volgende presentatie als eerste gaan.
sheet | stond veel in wat ik al wist maar ook dat je onregelmatig werkt | dat moet ik thuis even overleggen | vragen hoe vaak
sheet | Past bij mij: samenwerken, netjes werken, leren door doen. Moet ik leren: verslagen schrijven. | Fijn dat er staat wat je aan het begin nog niet hoeft te kunnen. | Nederlands bijwerken.
sheet | Met mijn moeder samen gelezen. Zij zette andere kruisjes dan ik. | Bij “kan omgaan met kritiek” waren we het snel eens. | Oefenen. Ik zei toch dat ik het kon! Oeps.
ppo | Drie profielen gedaan. Het eerste paste meteen, het tweede niet, het derde twijfel ik over. | Goed dat je het echt mag doen, van een filmpje had ik anders gekozen. | Het derde nog een middag proberen.
ppo | lassen en koken en winkel. koken gewonnen | ik dacht dat ik techniek wilde maar ik kreeg het warm van die helm | gesprek met mentor
ppo | Ik koos eerst hetzelfde als mijn beste vriendin. Na week drie niet meer. | Zij was niet boos. Wij zien elkaar in de pauze toch. | Eigen keus opschrijven.
ppo | Veel met mijn handen gewerkt. In één les een heel ding af gekregen. | Zo zou elke les mogen zijn. | Dit profiel invullen.
lab | Alle drie de hoeken gedaan. Ik kreeg een sticker bij de hoek waar ik het langst bleef. | Ik had niet door dat ik daar zo lang stond. | Onthouden welke hoek dat was.
lab | de vr bril was top. verder iets met planten en een bloeddrukmeter | bloeddruk van mijn vriend was raar omdat hij net gerend had haha | nog een keer
lab | Samengewerkt met iemand uit een andere klas. Zij kon rekenen en ik kon bouwen. | Samen waren we het snelst klaar. | Vaker met onbekenden werken.
lab | Ik dacht dat ik twee linkerhanden had. Het is er maar één. | Met uitleg lukte het gewoon. | Iets thuis repareren.
job | Elke zaterdag van acht tot twee. Ik sta nu ook alleen achter de kassa. | In het begin durfde ik geen gedag te zeggen. Nu ken ik de vaste klanten. | In mijn dossier, want dit is ook leren.
job | folders lopen, 3 wijken, weer of geen weer | 41 euro en ik ken nu alle honden | iets zoeken met meer uur
job | Ik help op de club met de kleintjes. Veters strikken is de helft van het werk. | Geduld was nooit mijn sterkste kant. Hier wel. | Volgend seizoen weer.
job | Oppassen op drie kinderen van de buren. De jongste wilde niet slapen. | Ik heb een verhaal verzonnen tot ze sliep, het duurde een uur. | Nu vaste oppas op vrijdag.
job | Vrijwilliger bij de voedselbank, dozen inpakken met mijn vader. | Je ziet mensen uit je eigen straat. Dan zeg je gewoon hoi, dat heb ik geleerd. | Elke maand één keer.
job | in de kas tomaten geplukt. heet | goed geld, leuke mensen uit polen die mij woorden leerden | alleen in de zomer
project | Ons groepje had een mooi plan en te weinig tijd. De klant kreeg de helft, maar wel de goede helft. | Geleerd: eerst vragen wat het belangrijkst is. | Volgende keer op dag 1 een planning.
project | Ik was de voorzitter omdat niemand wilde. | Bleek dat ik het best kan, als ik maar op tijd zeg wie wat doet. | Dit noemen bij mijn kwaliteiten.
project | de klant zei dat het mooier was dan verwacht | wij waren zelf niet tevreden maar zij wel dus ok | iets minder streng zijn
project | Halverwege ging het mis en moesten we opnieuw beginnen. | Ik baalde een dag, daarna ging het twee keer zo snel. | Eerst een proefstuk maken.
shop | Ik heb het geld bijgehouden: 80 euro gekregen, 71,35 uitgegeven. | Niemand anders wilde dat doen en ik vond het juist leuk. | Onthouden voor later.
short | Een ochtend is kort, maar na een uur wist ik al dat ik terug wil. | Goed: ik mocht vragen stellen. Minder: ik stond soms in de weg. | Een langere stage vragen op dezelfde plek.
short | Drie vragen gesteld, vier antwoorden gekregen. | De laatste ging over salaris, daar had ik niet naar gevraagd maar wel aan gedacht. | Vergelijken met iets anders.
short | te kort om echt wat te doen. wel koek gehad | volgende keer hele dag | 
short | Ik heb vooral gekeken hoe ze met elkaar praten. Kort en snel, bijna een geheimtaal. | Aan het eind verstond ik de helft. Dat gaf een goed gevoel. | Woordenlijst gemaakt van het vak.
short | Ik was de enige van mijn klas op deze plek. Eng vooraf, fijn achteraf. | Niemand om achter te verstoppen dus ik heb gewoon gepraat. | Vaker alleen gaan.
short | Gezien wat een {beroep} doet voordat de dag echt begint. | Er gaat veel aan vooraf, daar sta je nooit bij stil. | Nog een keer kijken, dan tijdens de drukte.
prolab | Ik heb alles een keer gedaan. Hout ging goed. Naaien ging niet goed. | Ik wil hout nog een keer. | Iets maken voor thuis.
prolab | het was leuk. ik heb niet gepraat ik heb gewerkt | meester zei goed bezig | nog een keer
prolab | Ik was bang voor de machine. De meester deed het drie keer voor. Toen deed ik het ook. | Ik was heel blij. | Morgen weer.
provisit | Wij liepen in een rij door het bedrijf. Ik zag mensen met een hesje. | Ik wil ook zo’n hesje. | Vragen wat je ervoor moet kunnen.
provisit | ik heb 1 vraag gesteld. hoe laat begint u. om 7 uur zei ze | dat is vroeg maar dan ben je ook vroeg klaar | 
protalk | Wij hebben gepraat over wat goed gaat. Werken gaat goed. Luisteren gaat beter. | Mijn vader zei dat hij trots is. | Verder oefenen met plannen.
protalk | Ik heb zelf verteld met foto’s erbij. Het waren 8 foto’s. | Met foto’s is praten makkelijker. | Nieuwe foto’s maken op stage.
prolook | Het is groot daar. Er zijn vier ingangen. | De docent was aardig. Hij zei: je krijgt een maatje. | Nog een keer met de bus.
prolook | ik heb de les meegedaan ik snapte het | ik dacht dat het moeilijker was | aanmelden met juf
zwaluwhof | Met meneer Van Zanten gedamd. Hij won drie keer en hij zei sorry. | Er werken daar ook koks, een kapper, klusmannen en iemand voor de was. Ik had alleen aan zusters gedacht. | Voor de kok een keer terug.
zwaluwhof | eerst vond ik het een beetje eng. toen kreeg ik een compliment over mijn schoenen van een oma | ze was 94 | mag nog een keer
zwaluwhof | Ik liep mee met iemand van de technische dienst. Hij maakt de liften en de bedden. | Dus techniek kan ook in de zorg. Dat was nieuw. | Onthouden.
guest | Ik zat eerst achterin en ben halverwege naar voren verhuisd. | Hij vertelde ook wat er misging. Dan luister je beter. | Iemand uitnodigen die ik zelf ken?
guest | ze had spullen meegenomen en je mocht het vasthouden | beter dan een powerpoint | 
guest | Gehoord dat je met een omweg ook ergens komt. | Ik vroeg of ze spijt had. Eén keer, zei ze, van te laat durven vragen. | Zelf eerder vragen.
photos | Ik heb veel foto’s gekozen met dieren en buiten. | Dat wist ik al een beetje. | Stage bij dieren vragen.
photos | ik koos mensen helpen 12 keer | juf telde het | in de zorg kijken
labtl | Middag twee was de beste: samen iets maken waar niemand het antwoord op wist. | Op school weet de docent het altijd al. Hier niet. | Uitzoeken welke opleiding zo werkt.
labtl | Bij alle drie de middagen opgeschreven hoe laat ik op de klok keek. Eén middag helemaal niet. | Dat zegt meer dan de test. | Die richting verder bekijken.
`;

export const words: Words[] = list
  .trim()
  .split('\n')
  .map((line) => {
    const [kind = '', result = '', evaluation = '', followUp = ''] = line.split('|').map((cell) => cell.trim());
    return { fits: kinds[kind] ?? [], result, evaluation, followUp };
  });
