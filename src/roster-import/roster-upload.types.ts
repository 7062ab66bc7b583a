import type { Request } from 'express';
import { MulterError, type StorageEngine } from 'multer';
import { maxUploadBytes } from './upload.rules.js';

/** The part of an uploaded file that is used. */
export interface UploadedRoster {
  originalname: string;
  buffer: Buffer;
}

const received = new WeakMap<Request, number>();

/** In memory, never on disk, and with one limit for all files of a request together: multer's own is for each. */
const storage: StorageEngine = {
  _handleFile(request, file, done) {
    const chunks: Buffer[] = [];
    file.stream.on('data', (chunk: Buffer) => {
      const total = (received.get(request) ?? 0) + chunk.length;
      received.set(request, total);
      if (total <= maxUploadBytes) chunks.push(chunk);
      else file.stream.destroy(new MulterError('LIMIT_FILE_SIZE', file.fieldname));
    });
    file.stream.on('error', (error) => done(error));
    file.stream.on('end', () => done(null, { buffer: Buffer.concat(chunks) }));
  },
  _removeFile(_request, file, done) {
    file.buffer = Buffer.alloc(0);
    done(null);
  },
};

/** What an upload of a roster may be: at most 20 files (OneRoster comes as a dozen), 20 MB together. */
export const rosterUpload = {
  storage,
  limits: { fileSize: maxUploadBytes, files: 20, fields: 10, fieldSize: 1000, fieldNameSize: 100, parts: 30 },
  // Browsers send the name in UTF-8; the default takes it for Latin-1.
  defParamCharset: 'utf8',
};
