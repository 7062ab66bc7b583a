import { simpleColumns } from './simple-csv.rules.js';

const pupils = [
  '10001;Fatma Nur;;Yılmaz;31-01-2012;3KB1;3;kb;Z&W;a.boer@school.example;10001@leerling.example;Nur;Ayşe Yılmaz;a.yilmaz@thuis.example;ja;Mehmet Yılmaz;m.yilmaz@thuis.example;nee',
  '10002;Daan;van den;Berg;05-11-2011;3KB1;3;kb;PIE;a.boer@school.example;10002@leerling.example;;Jeugdbescherming Oost;;ja;;;',
];

/** Our own CSV with its columns and two invented pupils, as Excel opens it: with a byte order mark. */
export const exampleCsv = (): string =>
  `\uFEFF${[simpleColumns.map((column) => column.label).join(';'), ...pupils].join('\r\n')}\r\n`;
