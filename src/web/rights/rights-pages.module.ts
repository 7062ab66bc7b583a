import { Module } from '@nestjs/common';
import { PrivacyRightsModule } from '../../privacy-rights/privacy-rights.module.js';
import { PupilsModule } from '../../pupils/pupils.module.js';
import { ChildRightsPages } from './child-rights.pages.js';
import { MyRightsPages } from './my-rights.pages.js';

/** A pupil's privacy rights: pages of pupil and guardian. */
@Module({
  imports: [PrivacyRightsModule, PupilsModule],
  controllers: [MyRightsPages, ChildRightsPages],
})
export class RightsPagesModule {}
