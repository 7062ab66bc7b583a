import { Module } from '@nestjs/common';
import { PeopleModule } from '../../people/people.module.js';
import { PeoplePages } from './people.pages.js';

@Module({ imports: [PeopleModule], controllers: [PeoplePages] })
export class PeoplePagesModule {}
