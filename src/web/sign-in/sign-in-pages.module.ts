import { Module } from '@nestjs/common';
import { PeopleModule } from '../../people/people.module.js';
import { PlacesPages } from './places.pages.js';
import { SignInPages } from './sign-in.pages.js';

@Module({ imports: [PeopleModule], controllers: [SignInPages, PlacesPages] })
export class SignInPagesModule {}
