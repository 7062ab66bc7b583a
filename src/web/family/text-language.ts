import { IsOptional, IsString, MaxLength } from 'class-validator';
import type { ShownText } from '../../consent-texts/consent-texts.types.js';
import type { Form } from '../kit/form.js';
import type { View } from '../kit/view.js';

/** `?tekst=ar`: in which language to read what one says yes to, whatever the language of the page. */
export class TextLanguageQuery {
  @IsOptional()
  @IsString()
  @MaxLength(20)
  tekst?: string;
}

/** The language that was asked for, else that of the page; one that there is no text in is passed over. */
export const textLanguages = (query: Form<TextLanguageQuery>, { locale }: View): (string | undefined)[] => [
  query.valid ? query.value.tekst : undefined,
  locale,
];

/** The same address in the language in which the text is read now, so that it stays so after an answer. */
export const inLanguage = (path: string, text: Pick<ShownText, 'language'> | null, { locale }: View): string =>
  text && text.language !== locale ? `${path}?tekst=${text.language}` : path;
