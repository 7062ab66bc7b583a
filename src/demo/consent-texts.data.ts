/** What the region added to the text for the intake: languages that many families read. */
export const translations: { language: string; languageName: string; title: string; body: string[] }[] = [
  {
    language: 'ar',
    languageName: 'العربية',
    title: 'على ماذا نتفق؟',
    body: [
      'تقرأ {school} الأجزاء المحددة فقط، ولغرض مقابلة القبول فقط.',
      'لا يستطيع قراءتها إلا الموظفون المسؤولون عن القبول. ولا يجوز لهم تمريرها إلى غيرهم.',
      'ينتهي هذا تلقائيًا في 1 أكتوبر بعد بداية الدراسة، أو قبل ذلك إذا سُحب الطلب أو الموافقة.',
      'يمكن سحب الموافقة دائمًا، ويسري ذلك فورًا. ما حفظته المدرسة أو طبعته من قبل لا يمكن استرجاعه.',
      'الرفض مسموح به. ويستمر طلب الالتحاق كالمعتاد.',
    ],
  },
  {
    language: 'uk',
    languageName: 'Українська',
    title: 'Про що ми домовляємося?',
    body: [
      '{school} читає лише позначені частини і лише для вступної співбесіди.',
      'Читати їх можуть лише працівники, які проводять вступ. Передавати їх далі не можна.',
      'Це закінчується само 1 жовтня після початку навчання або раніше, якщо заяву чи згоду відкликано.',
      'Відкликати згоду можна завжди, і це діє одразу. Те, що школа вже зберегла чи надрукувала, повернути неможливо.',
      'Можна сказати «ні». Заява на вступ залишається чинною.',
    ],
  },
  {
    language: 'tr',
    languageName: 'Türkçe',
    title: 'Neye razı oluyoruz?',
    body: [
      '{school} yalnızca işaretlenen bölümleri ve yalnızca kabul görüşmesi için okur.',
      'Bunları yalnızca kabulü yapan çalışanlar okuyabilir. Başkasına veremezler.',
      'Eğitimin başlamasından sonraki 1 Ekim’de kendiliğinden biter; başvuru ya da izin geri alınırsa daha erken biter.',
      'İzin her zaman geri alınabilir ve bu hemen geçerli olur. Okulun daha önce kaydettiği ya da bastığı geri alınamaz.',
      'Hayır diyebilirsiniz. Başvuru aynen devam eder.',
    ],
  },
];
