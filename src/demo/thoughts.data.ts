import type { Thought } from './cast.types.js';
import type { Competence } from './region.types.js';

const lists: Record<Competence, string> = {
  kwaliteitenreflectie: `
Ik dacht dat ik niet goed was in samenwerken, maar ik ben niet goed in samenwerken met mensen die niks doen. Dat is iets anders.
Ik kan goed uitleggen. Dat merkte ik toen de juf mij vroeg om het aan een ander te laten zien en die het toen wel snapte.
wat ik goed kan: dingen regelen. feestjes, ritjes, roosters. blijkbaar is dat een kwaliteit
Iemand zei dat ik kalm ben. Van binnen niet altijd, maar kennelijk zie je dat niet.
Mijn sterke kant is dat ik precies ben. Mijn zwakke kant is dat ik precies ben als dat niet nodig is.
Op stage zeiden ze dat ik zelf werk zie liggen. Thuis zeggen ze dat ik nooit iets zie liggen 😂
ik ben sterker geworden in op tijd komen. vorig jaar 23 keer te laat en nu 4
Ik vraag veel. Vroeger vond ik dat dom van mezelf, nu niet meer.
Ik heb gemerkt dat ik snel nieuwe dingen leer als iemand het één keer vóórdoet. Van een blaadje lukt het niet.
Netjes werken kan ik. Snel werken kan ik ook. Allebei tegelijk is het volgende doel.
Ik kan met oude mensen praten zonder dat het raar wordt. Dat kan niet iedereen, zag ik.
ik kan goed tegen kritiek als het van iemand komt die zelf ook werkt
Toen het misging bleef ik staan en de rest liep weg. Ik denk dat ik verantwoordelijk ben.
Ik kan drie talen en daar deed ik nooit iets mee. Op stage heb ik getolkt voor een klant.
Goed in: afmaken. Niet goed in: beginnen.
Mijn cijfer was een 5 maar de klant was blij. Ik weet nu niet wat ik van dat cijfer moet vinden.`,
  motievenreflectie: `
Ik wil later niet elke dag hetzelfde doen. Dat weet ik zeker sinds de week aan de lopende band.
Ik wil werk waar ik moe van word in mijn benen en niet in mijn hoofd.
Waarom wil ik dit? Omdat je ziet dat iemand geholpen is. Dat gezicht.
geld is wel belangrijk. mensen zeggen altijd van niet maar dan heb je het al
Ik dacht dat ik alleen wilde verdienen, maar op de dag dat ik niks te doen had vond ik dat erger dan weinig geld.
Ik word blij van dingen die weer werken.
Mijn ouders willen graag niveau 4. Ik wil graag iets wat ik leuk vind. Misschien kan het allebei, maar ik begin met het tweede.
Ik vind het belangrijk dat mensen aardig zijn op het werk. Belangrijker dan wat voor werk het is eigenlijk.
ik wil in de buurt blijven wonen. klinkt saai maar hier is mijn team en mijn oma
Ik wil iets doen met muziek maar ik weet niet of dat werk is of hobby. Ik laat het nog even open.
Ik wil weten waarom iets zo is. Als iemand zegt “omdat het zo hoort” haak ik af.
Eerst koos ik wat mijn vriendinnen kozen. Nu zit ik alleen in dit groepje en het is gezelliger dan ik dacht.
Werken in een uniform lijkt mij fijn. Dan weet iedereen meteen wat je komt doen.
Ik zou nooit in een kantoor willen, zei ik. Maar die kantoren hadden een tafelvoetbal. Grapje. Half.
wat ik echt wil is later zelf iemand iets leren
Buiten. Dat is het hele antwoord.`,
  werkexploratie: `
Er is veel meer wachten in dit werk dan ik dacht. Dat moet je wel kunnen.
Het mooiste van het beroep zie je niet op YouTube: dat ze elkaar de hele dag helpen.
Ik weet nu: dit werk is 20 procent wat je in filmpjes ziet en 80 procent schoonmaken.
Ik dacht dat je er goed in rekenen moest zijn, maar je moet vooral goed kunnen inschatten.
zelfde beroep andere plek = heel anders. bij de eerste mocht niks en hier mocht alles
Wat mij verbaasde: hoeveel je moet opschrijven. Ook bij een beroep met je handen.
De baas is ook gewoon begonnen met vegen. Dat vertelde hij wel vier keer.
’s Morgens om zes uur is iedereen al bezig. Ik wist niet dat er om die tijd al zoveel mensen wakker zijn.
Ik heb het werk nu in de winter gezien en in de zomer. In de zomer is het leuk. Ik moet dus over de winter nadenken.
Het lastige is niet het werk zelf maar dat er steeds iemand iets tussendoor vraagt.
Ik vond het vies en toch wil ik terug. Dat zegt wel wat.
Bijna niemand die ik sprak doet nog wat hij op zijn zestiende koos. En ze leven nog.
je moet daar vca hebben en b2 rijbewijs en nog iets. niemand zegt dat van tevoren
Ik had meer aan tien minuten meekijken dan aan het hele boekje.
Vrouwen in de techniek: ik zag er twee. Ze zeiden allebei “gewoon komen”.
Het is stil werk. Ik dacht dat ik daar niet tegen kon maar ik vond het heerlijk.`,
  loopbaansturing: `
Mijn plan: kijken bij twee opleidingen, dan pas kiezen. In die volgorde.
Ik heb een plan A en B. Een plan C vind ik overdreven maar mijn mentor niet.
ik stel alles uit tot het moet. daarom heb ik nu een datum in mijn telefoon gezet met een vervelend geluid
Eerst dacht ik: kiezen is voor altijd. Nu denk ik: kiezen is tot je meer weet.
Ik ga eerst niveau 2 halen en dan door. Liever zeker dan snel.
Ik wilde stoppen met dit profiel en ben toch doorgegaan. Niet omdat het moest maar omdat het na de kerst leuker werd.
Volgend jaar wil ik een stageplek die ik zelf heb geregeld en niet eentje die overbleef.
Ik heb nog nooit ergens nee tegen gezegd. Nu wel: tegen een plek die handig was maar niet leuk.
Wiskunde heb ik nodig. Dus wiskunde. Zucht.
Doel voor dit jaar: drie bedrijven zien. Stand: één. Er is nog tijd zei mijn mentor. Er is áltijd nog tijd.
als ik blijf zitten met kiezen kiest een ander voor mij. zei mijn neef en die heeft gelijk denk ik
Ik heb de mensen van de opleiding zelf gemaild. Binnen een dag antwoord.
Wat ik nu anders doe: ik schrijf meteen op wat ik ervan vond. Na een week weet ik het niet meer.
Ik twijfel nog en dat zet ik hier gewoon neer.
Ik heb tegen mijn trainer gezegd dat ik een keer minder kom omdat ik een meeloopdag heb. Dat was voor mij best groot.`,
  netwerken: `
Mijn tante kent iemand en die kent iemand. Zo kwam ik aan mijn stage. Ik dacht dat dat valsspelen was maar zo gaat het gewoon.
Wie mij kan helpen: mijn mentor, omdat zij eerlijk is. En Rachid van stage, omdat hij het vak kent.
ik ken niemand die dit doet. nu wel, want ik heb het gevraagd in de voetbalkantine
Ik vond bellen eng. Met een briefje ernaast viel het mee. De tweede keer zonder briefje.
Een oud-leerling stuurde mij een filmpje van haar school. Meer aan gehad dan aan de hele website.
Mensen vinden het leuk als je vraagt naar hun werk. Ze houden alleen niet meer op.
Op de verjaardag van mijn oma heb ik iedereen gevraagd wat ze doen. Er zat een kraanmachinist tussen, al jaren!
Ik heb geleerd om een naam te onthouden en die te gebruiken als ik terugkom.
Ik heb een bedankje gestuurd na mijn stage. Kreeg een kaart terug met “kom nog eens langs”.
de conciërge kent ECHT iedereen. beste tip van dit jaar
Het hielp dat ik zei dat ik het niet wist. Toen gingen ze juist vertellen.
Mijn buurman bleek voor dat bedrijf te werken. Wij rijden nu samen heen op stagedagen.`,
};

/** Short reflections in many voices; nobody gets one that someone else at the same school already has, while they last. */
export const thoughts: Thought[] = Object.entries(lists).flatMap(([competence, list]) =>
  list
    .trim()
    .split('\n')
    .map((text) => ({ competence: competence as Competence, text })),
);

/** For the praktijkschool: one thing at a time. */
export const proThoughts: Thought[] = `
kwaliteitenreflectie | Ik kan goed doorwerken. Ook als het warm is.
kwaliteitenreflectie | ik ben sterk en ik ben lief voor dieren
kwaliteitenreflectie | Ik kan nu de klok lezen met minuten. Dat is handig voor de bus.
kwaliteitenreflectie | Ik maak niet zo snel ruzie meer. Ik loop eerst een rondje.
motievenreflectie | Ik wil eigen geld verdienen. Dan koop ik een scooter.
motievenreflectie | Ik vind het fijn als iemand zegt wat ik moet doen. Daarna doe ik het.
motievenreflectie | buiten is beter dan binnen
werkexploratie | In de keuken moet je snel zijn. In de tuin mag het rustig.
werkexploratie | Ik dacht dat schoonmaken stom was. Maar het ruikt lekker en je ziet het meteen.
werkexploratie | Op mijn stage drinken ze om 10 uur koffie. Dan hoor je erbij.
loopbaansturing | Eerst stage, dan mijn certificaat, dan werk. Dat is mijn plan.
loopbaansturing | Ik wil leren met de bus te gaan zonder hulp. Dan kan ik verder weg werken.
netwerken | De chef van mijn stage kent mijn voetbaltrainer. Nu praten wij daarover.
netwerken | Als ik het niet weet vraag ik het aan Wil. Wil weet alles.`
  .trim()
  .split('\n')
  .map((line) => {
    const [competence = '', text = ''] = line.split(' | ');
    return { competence: competence as Competence, text };
  });
