import { Module } from '@nestjs/common';
import { ConsentTextsModule } from '../consent-texts/consent-texts.module.js';
import { PupilsModule } from '../pupils/pupils.module.js';
import { ConsentController } from './consent.controller.js';
import { ConsentReader } from './consent.reader.js';
import { ConsentService } from './consent.service.js';
import { ReceiptReader } from './receipt.reader.js';

@Module({
  imports: [ConsentTextsModule, PupilsModule],
  controllers: [ConsentController],
  providers: [ConsentService, ConsentReader, ReceiptReader],
  exports: [ConsentService, ConsentReader, ReceiptReader],
})
export class ConsentModule {}
