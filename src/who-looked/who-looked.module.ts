import { Module } from '@nestjs/common';
import { PupilsModule } from '../pupils/pupils.module.js';
import { SchoolAuditReader } from './school-audit.reader.js';
import { WhoLookedController } from './who-looked.controller.js';
import { WhoLookedReader } from './who-looked.reader.js';

@Module({
  imports: [PupilsModule],
  controllers: [WhoLookedController],
  providers: [SchoolAuditReader, WhoLookedReader],
  exports: [SchoolAuditReader, WhoLookedReader],
})
export class WhoLookedModule {}
