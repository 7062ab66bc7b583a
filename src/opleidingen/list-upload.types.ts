/** What an upload of a list may be, for whoever receives it: one file of at most 5 MB and a few short fields. */
export const listUpload = {
  limits: { fileSize: 5 * 1024 * 1024, files: 1, fields: 10, fieldSize: 1000, fieldNameSize: 100, parts: 12 },
  // Browsers send the name in UTF-8; the default takes it for Latin-1.
  defParamCharset: 'utf8',
};

/** The part of an uploaded file that is used. */
export interface UploadedList {
  originalname: string;
  buffer: Buffer;
}
