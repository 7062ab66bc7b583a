import { Module } from '@nestjs/common';
import { PupilAccessModule } from '../pupil-access/pupil-access.module.js';
import { PupilsModule } from '../pupils/pupils.module.js';
import { FamilyReader } from './family.reader.js';
import { OwnCopyController } from './own-copy.controller.js';
import { OwnCopyReader } from './own-copy.reader.js';
import { RightsReader } from './rights.reader.js';

/** The rights of a pupil under the AVG: a copy of everything. */
@Module({
  imports: [PupilAccessModule, PupilsModule],
  controllers: [OwnCopyController],
  providers: [FamilyReader, OwnCopyReader, RightsReader],
  exports: [OwnCopyReader, RightsReader],
})
export class PrivacyRightsModule {}
