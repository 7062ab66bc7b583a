import { Module } from '@nestjs/common';
import { PupilAccessModule } from '../../pupil-access/pupil-access.module.js';
import { PupilsModule } from '../../pupils/pupils.module.js';
import { LettersPages } from './letters.pages.js';
import { MentorsPages } from './mentors.pages.js';
import { RosterPages } from './roster.pages.js';

@Module({ imports: [PupilsModule, PupilAccessModule], controllers: [RosterPages, MentorsPages, LettersPages] })
export class RosterPagesModule {}
