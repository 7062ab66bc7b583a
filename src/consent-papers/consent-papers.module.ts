import { Module } from '@nestjs/common';
import { ConsentModule } from '../consent/consent.module.js';
import { ConsentTextsModule } from '../consent-texts/consent-texts.module.js';
import { PupilsModule } from '../pupils/pupils.module.js';
import { ConsentPapersController } from './consent-papers.controller.js';
import { PaperReader } from './paper.reader.js';
import { PaperService } from './paper.service.js';
import { ReceiptReader } from './receipt.reader.js';

/** What of a share is on paper: the receipt to keep, and the answer of a guardian who signed. */
@Module({
  imports: [ConsentModule, ConsentTextsModule, PupilsModule],
  controllers: [ConsentPapersController],
  providers: [PaperReader, PaperService, ReceiptReader],
  exports: [PaperReader, PaperService, ReceiptReader],
})
export class ConsentPapersModule {}
