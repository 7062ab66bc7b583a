import { Module } from '@nestjs/common';
import { AccessReviewModule } from '../../access-review/access-review.module.js';
import { OrganisationsModule } from '../../organisations/organisations.module.js';
import { PrivacyOfficerPages } from './privacy-officer.pages.js';

@Module({ imports: [AccessReviewModule, OrganisationsModule], controllers: [PrivacyOfficerPages] })
export class PrivacyOfficerPagesModule {}
