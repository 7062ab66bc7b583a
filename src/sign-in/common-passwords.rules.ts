/** The passwords that are tried first, worldwide and in the Netherlands; digits around them do not help. */
export const commonPasswords: ReadonlySet<string> = new Set(
  `
  password password1 password12 password123 password1234 passw0rd p@ssw0rd p@ssword pass passpass mypassword newpassword
  123456 1234567 12345678 123456789 1234567890 0123456789 12345678910 0987654321 9876543210 123123123 1231231231
  1q2w3e4r 1q2w3e4r5t 1qaz2wsx 1qaz2wsx3edc 1q2w3e4r5t6y q1w2e3r4 q1w2e3r4t5 zaq12wsx qazwsx qazwsxedc qwer1234
  qwerty qwertyui qwertyuiop qwerty123 qwerty1234 qwerty12345 qwertyuiop123 azerty azertyuiop asdfgh asdfghjk asdfghjkl
  zxcvbn zxcvbnm asdfasdf asdasd qweasd qweasdzxc abcdef abcdefg abcdefgh abcdefghij abc123 abcd1234 abc123456 a1b2c3d4
  iloveyou loveyou lovely love princess sunshine football baseball basketball superman batman spiderman pokemon minecraft
  fortnite roblox starwars dragon monkey shadow master killer trustno1 letmein welcome welcome1 hello hellohello helloworld
  whatever freedom computer internet samsung google facebook instagram snapchat youtube tiktok spotify netflix microsoft
  windows android iphone admin administrator root test testtest testing tester guest user login default changeme secret
  topsecret access master123 flower summer winter autumn spring january february march april may june july august
  september october november december monday tuesday wednesday thursday friday saturday sunday michael jordan charlie
  jennifer jessica michelle daniel thomas anthony george andrew joshua matthew robert william
  wachtwoord wachtwoordje wachtwoord1 mijnwachtwoord nieuwwachtwoord geheim geheimpje geheimwachtwoord welkom welkomwelkom
  welkom01 welkom123 inloggen inlog toegang school schooltje schoolwachtwoord leerling leerlingen leraar docent mentor
  decaan klas klaslokaal vmbo praktijkschool student studente huiswerk magister somtoday itslearning zermelo
  hallo hallohallo hoihoi hoi doei lekker lekkerding schatje schatje1 liefje liefde lieverd ikhouvanjou ikhouvanje
  knuffel knuffeltje poepie poepje scheetje kusje kusjes moppie vriendje vriendin vrienden familie mama papa mamapapa
  papamama mamaenpapa opaenoma oma opa broertje zusje baby prinses prinsesje koning koningin
  voetbal voetballen voetballer hockey tennis turnen paard paarden paardje hond hondje poes poesje konijn konijntje
  vlinder bloemetje zonnetje zonneschijn regenboog vakantie zomer zomervakantie herfst winter lente kerst sinterklaas
  januari februari maart april mei juni juli augustus september oktober november december maandag dinsdag woensdag
  donderdag vrijdag zaterdag zondag nederland holland amsterdam rotterdam utrecht denhaag eindhoven groningen tilburg
  ajax ajaxamsterdam ajax1900 feyenoord feijenoord psv psveindhoven oranje fcgroningen fcutrecht fctwente vitesse
  appeltaart stroopwafel pannenkoek pindakaas hagelslag kaaskop klootzak godverdomme kutwachtwoord computer telefoon
  doorstroomdossier dossier mijndossier overstap
  `
    .trim()
    .split(/\s+/),
);
