import { Module } from '@nestjs/common';
import { ErasureModule } from '../erasure/erasure.module.js';
import { PupilAccessModule } from '../pupil-access/pupil-access.module.js';
import { PupilsModule } from '../pupils/pupils.module.js';
import { RectificationModule } from '../rectification/rectification.module.js';
import { OwnCopyController } from './own-copy.controller.js';
import { OwnCopyReader } from './own-copy.reader.js';
import { RightsReader } from './rights.reader.js';
import { WaitingReader } from './waiting.reader.js';

/** The rights of a pupil under the AVG: what they are, who answers, and a copy of everything. */
@Module({
  imports: [ErasureModule, PupilAccessModule, PupilsModule, RectificationModule],
  controllers: [OwnCopyController],
  providers: [OwnCopyReader, RightsReader, WaitingReader],
  exports: [OwnCopyReader, RightsReader, WaitingReader],
})
export class PrivacyRightsModule {}
