import { Module } from '@nestjs/common';
import { PupilsModule } from '../pupils/pupils.module.js';
import { ConsentTextsController } from './consent-texts.controller.js';
import { ConsentTextsReader } from './consent-texts.reader.js';
import { ConsentTextsService } from './consent-texts.service.js';

/** The texts that people agree to: versions, languages, and what a region adds. */
@Module({
  imports: [PupilsModule],
  controllers: [ConsentTextsController],
  providers: [ConsentTextsReader, ConsentTextsService],
  exports: [ConsentTextsReader, ConsentTextsService],
})
export class ConsentTextsModule {}
