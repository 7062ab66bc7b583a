import type { NamePool } from './cast.types.js';

const words = (text: string): string[] => text.trim().split(/\s+/);
/** Names apart by a comma; `van der|Linden` is a name with tussenvoegsel. */
const families = (text: string): string[] => text.split(',').map((name) => name.trim());

/** Names as a Dutch class has them. */
export const namePools: NamePool[] = [
  {
    origin: 'nl',
    weight: 50,
    girls: words(`Emma Sanne Lotte Fleur Anouk Femke Iris Eva Julia Sophie Lisa Roos Maud Nina Esmee Isa Tess Lynn Fenne
      Jasmijn Bo Noor Amber Britt Floor Veerle Merel Naomi Romy Puck Liv Elin Indy Demi Kim Jade Lieke Evi Sara Saar
      Yara Vera Nienke Marit Danique Chloë Renée Zoë Anne-Fleur Charlotte Guusje Sterre`),
    boys: words(`Daan Sem Lucas Thijs Bram Luuk Ruben Lars Jesse Stijn Niels Tim Thomas Milan Finn Levi Noah Julian Max
      Jayden Mees Gijs Teun Sven Koen Joep Jens Rick Nick Bas Tijn Thijmen Floris Dylan Kevin Wessel Jort Hidde Boaz
      Guus Cas Tobias Vince Quinten Pim Casper Joris Twan Olaf Owen Raf Jan-Willem Björn`),
    families:
      families(`de|Jong, Jansen, de|Vries, van den|Berg, van|Dijk, Bakker, Visser, Smit, Meijer, de|Boer, Mulder,
      de|Groot, Bos, Vos, Peters, Hendriks, van|Leeuwen, Dekker, Brouwer, de|Wit, Dijkstra, Smits, de|Graaf, van der|Meer,
      van der|Linden, Kok, Jacobs, de|Haan, Vermeulen, van den|Heuvel, van der|Veen, van den|Broek, de|Bruijn, van der|Heijden,
      Schouten, van|Beek, Willems, van|Vliet, Hoekstra, Maas, Verhoeven, Koster, van|Dam, van der|Wal, Prins, Blom,
      Huisman, Peeters, Kuipers, van|Veen, Postma, Gerritsen, Scholten, van|Wijk, Timmermans, Groen, Martens,
      van der|Velde, Hermans, Bosman, Wolters, Sanders, van|Rijn, Verbeek, Driessen, van|Schaik, Zijlstra, te|Velde,
      ter|Horst, in 't|Veld, van 't|Hof, op den|Kamp, Kuiper-de Lange, Bakker-Nijboer, van|Dongen-Smeets, Oude|Hengel,
      's-Gravesande, Schoenmaker, Kleinjan, Vredeveld, de|Ruijter, Pronk, Buijs, Mooij, Tuinstra, Nijland, Slotboom`),
  },
  {
    origin: 'frisian',
    weight: 3,
    girls: words('Jildou Fardau Anke Wytske Hiske Silke Femke Elske'),
    boys: words('Jelle Sietse Hessel Wiebe Sjoerd Tjeerd Douwe Fedde'),
    families: families('Wiarda, Hiemstra, Bouma, Nauta, Tjepkema, Sinnema, Douma, Ypma, Feenstra'),
  },
  {
    origin: 'turkish',
    weight: 9,
    girls: words('Elif Zeynep Ayşe Esra Büşra Merve Melisa Defne Ecrin Nisa İrem Sıla Azra Ceylin Yağmur'),
    boys: words('Emre Yusuf Mustafa Kerem Berkay Mert Ömer Eren Can Efe Burak Enes Furkan Çağan Miraç'),
    families:
      families(`Yılmaz, Kaya, Demir, Şahin, Çelik, Yıldız, Öztürk, Aydın, Arslan, Doğan, Kılıç, Koç, Kurt, Aslan,
      Güneş, Polat, Erdoğdu, Karadağ`),
  },
  {
    origin: 'moroccan',
    weight: 9,
    girls: words('Amina Yasmine Salma Nour Hafsa Ikram Soumaya Aya Imane Rania Dounia Chaimae Hajar Siham Assia'),
    boys: words('Mohamed Ayoub Bilal Anas Ilyas Soufiane Younes Hamza Zakaria Amine Nassim Reda Ismaïl Walid Ziyad'),
    families: families(`el|Amrani, el|Idrissi, Benali, Bouzid, Ait|Hammou, Ouali, el|Haddaoui, Azzouzi, Chakir, Tahiri,
      ben|Moussa, Lahlou, Bakkali, el|Khattabi, Ziani, Amghar, Oulad|Ali`),
  },
  {
    origin: 'surinamese',
    weight: 7,
    girls: words('Shanice Priya Naomi Anjali Kimberly Rishma Joëlle Chantelle Sharina Farah Mai-Ling Ashna'),
    boys: words('Jairo Rayen Dwight Gianni Shaquille Vinay Rishi Jeremy Romano Kishan Raoul Ryan'),
    families:
      families(`Ramdin, Jagessar, Wijngaarde, Pinas, Ramlal, Gopal, Biharie, Kartosen, Sahadewsing, Vrede, Landveld,
      Doorson, Jessurun, Amatdjais, Soekhoe, Kanhai`),
  },
  {
    origin: 'antillean',
    weight: 4,
    girls: words('Chayenne Gislaine Rosheny Jeanelly Ruthmila Dionne Sharisa'),
    boys: words('Rigomar Gianluca Jurensley Rayvon Elson Churandy Quincy'),
    families: families('Martina, Rosalia, Maduro, Winklaar, Felicia, Cijntje, Croes, Isenia, Pieternella, Koeiman'),
  },
  {
    origin: 'polish',
    weight: 5,
    girls: words('Zuzanna Maja Oliwia Wiktoria Aleksandra Julia Małgorzata Natalia'),
    boys: words('Jakub Mateusz Kacper Szymon Bartosz Filip Michał Łukasz'),
    families:
      families(`Kowalska, Nowak, Wiśniewski, Wójcik, Kamiński, Zieliński, Szymański, Dąbrowska, Kozłowski, Mazur,
      Krawczyk, Piotrowska`),
  },
  {
    origin: 'syrian',
    weight: 4,
    girls: words('Rahaf Lamar Rima Sidra Batoul Hala Masa'),
    boys: words('Omar Karam Yazan Majd Abdulrahman Laith Tarek'),
    families: families('Al|Hussein, Al|Masri, Haddad, Khalil, Al|Jasem, Darwish, Shahin, Al|Ahmad, Sabbagh'),
  },
  {
    origin: 'eritrean',
    weight: 2,
    girls: words('Semhar Feven Rahwa Selam Winta Bethlehem'),
    boys: words('Natnael Yonas Filmon Abel Merhawi Samuel'),
    families: families('Tesfay, Gebremedhin, Haile, Kidane, Berhane, Weldeslasie, Ghebreyesus'),
  },
  {
    origin: 'chinese',
    weight: 2,
    girls: words('Li-Mei Xin-Yi Yun Mei-Ling Jia'),
    boys: words('Jun Wei Kai-Wen Hao Ming'),
    families: families('Chen, Wong, Zhang, Cheung, Lin, Hu, Zhou'),
  },
  {
    origin: 'ukrainian',
    weight: 3,
    girls: words('Sofiia Anastasiia Polina Daryna Kateryna Yeva'),
    boys: words('Maksym Danylo Artem Oleksandr Nazar Tymofii'),
    families: families('Kovalenko, Shevchuk, Bondarenko, Tkachenko, Melnyk, Kravchuk, Lysenko, Oliinyk'),
  },
  {
    origin: 'ghanaian',
    weight: 1,
    girls: words('Abena Akosua Adwoa Princess'),
    boys: words('Kwame Kofi Emmanuel Nana'),
    families: families('Mensah, Owusu, Boateng, Asante'),
  },
  {
    origin: 'somali',
    weight: 1,
    girls: words('Hodan Sahra Ifrah Nasteho'),
    boys: words('Abdi Mahdi Liban Zakariye'),
    families: families('Warsame, Farah, Osman, Abdullahi'),
  },
  {
    origin: 'romanian',
    weight: 1,
    girls: words('Iulia Andreea Bianca'),
    boys: words('Ionuț Ștefan Andrei'),
    families: families('Popescu, Ionescu, Munteanu'),
  },
  {
    origin: 'portuguese',
    weight: 1,
    girls: words('Beatriz Gabriela Inês Leonor'),
    boys: words('Tiago Rafael João Duarte'),
    families: families('Silva, Costa, dos|Santos, Lopes Tavares'),
  },
  {
    origin: 'vietnamese',
    weight: 0.5,
    girls: words('Thi-Lan Mai Linh'),
    boys: words('Minh Tuấn Khoa'),
    families: families('Nguyễn, Trần, Phạm'),
  },
  {
    origin: 'afghan',
    weight: 1,
    girls: words('Zahra Marwa Laila Parwin'),
    boys: words('Hamid Reza Farid Elyas'),
    families: families('Ahmadi, Hashimi, Noori, Rezaei'),
  },
];

/** Call names of guardians, by origin when the pool of the pupil would make them sound like classmates. */
export const dutchParents = {
  women: words(`Linda Monique Sandra Wendy Esther Marieke Ingrid Mirjam Karin Petra Bianca Nicole Angela Suzanne Miranda
    Jolanda Ellen Anita Judith Daniëlle Marloes Ilse Renate Saskia`),
  men: words(`Marco Erik Dennis Jeroen Martijn Patrick Richard Marcel Edwin Robert André Michel Frank Peter Ronald Arjan
    Wilfred Bart Remco Hans Sjaak Johan Vincent René`),
};
