import { Module } from '@nestjs/common';
import { AccessReviewModule } from '../../access-review/access-review.module.js';
import { EmergencyModule } from '../../emergency-access/emergency.module.js';
import { OrganisationsModule } from '../../organisations/organisations.module.js';
import { EmergencyReviewPages } from './emergency.pages.js';
import { PrivacyOfficerPages } from './privacy-officer.pages.js';

@Module({
  imports: [AccessReviewModule, EmergencyModule, OrganisationsModule],
  controllers: [EmergencyReviewPages, PrivacyOfficerPages],
})
export class PrivacyOfficerPagesModule {}
