import { Module } from '@nestjs/common';
import { ErasureModule } from '../../erasure/erasure.module.js';
import { PrivacyRightsModule } from '../../privacy-rights/privacy-rights.module.js';
import { PupilsModule } from '../../pupils/pupils.module.js';
import { RectificationModule } from '../../rectification/rectification.module.js';
import { ChildRightsPages } from './child-rights.pages.js';
import { MyRightsPages } from './my-rights.pages.js';
import { EraseForms } from './erase.forms.js';
import { RectifyForms } from './rectify.forms.js';

/** A pupil's privacy rights: pages of pupil and guardian. */
@Module({
  imports: [ErasureModule, PrivacyRightsModule, PupilsModule, RectificationModule],
  controllers: [MyRightsPages, ChildRightsPages],
  providers: [EraseForms, RectifyForms],
})
export class RightsPagesModule {}
