import { Module } from '@nestjs/common';
import { ConsentTextsModule } from '../consent-texts/consent-texts.module.js';
import { PupilsModule } from '../pupils/pupils.module.js';
import { ConsentController } from './consent.controller.js';
import { ConsentReader } from './consent.reader.js';
import { ConsentService } from './consent.service.js';

@Module({
  imports: [ConsentTextsModule, PupilsModule],
  controllers: [ConsentController],
  providers: [ConsentService, ConsentReader],
  exports: [ConsentService, ConsentReader],
})
export class ConsentModule {}
