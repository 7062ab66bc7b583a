import { Module } from '@nestjs/common';
import { PupilsModule } from '../pupils/pupils.module.js';
import { WhoLookedController } from './who-looked.controller.js';
import { WhoLookedReader } from './who-looked.reader.js';

@Module({
  imports: [PupilsModule],
  controllers: [WhoLookedController],
  providers: [WhoLookedReader],
  exports: [WhoLookedReader],
})
export class WhoLookedModule {}
