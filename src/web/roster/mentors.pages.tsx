import { Controller, Get, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Actor } from '../../platform/access/actor.js';
import { Allow, CurrentActor } from '../../platform/access/allow.decorator.js';
import { Idempotent } from '../../platform/access/idempotent.decorator.js';
import { dayBefore } from '../../platform/calendar.js';
import { Clock } from '../../platform/clock.js';
import { notFound } from '../../platform/errors/domain-error.js';
import { LastDayRequest, MentorRequest, TeacherRequest } from '../../pupils/mentors.dto.js';
import { MentorsReader } from '../../pupils/mentors.reader.js';
import { MentorsService } from '../../pupils/mentors.service.js';
import { TeachingService } from '../../pupils/teaching.service.js';
import { Form, FormBody } from '../kit/form.js';
import { PathId } from '../kit/params.js';
import { send } from '../kit/send.js';
import { type View, WebView } from '../kit/view.js';
import type { AnyForm } from '../ui/form-fields.js';
import { EndPage } from './end.page.js';
import { MentorsPage } from './mentors.page.js';
import { TeachersPage } from './teachers.page.js';

/** Who mentors and teaches a group. */
@Allow('school-administrator', 'decaan')
@ApiExcludeController()
@Controller('klassen/:groupId')
export class MentorsPages {
  constructor(
    private readonly reader: MentorsReader,
    private readonly mentors: MentorsService,
    private readonly teaching: TeachingService,
    private readonly clock: Clock,
  ) {}

  @Get('mentoren')
  showMentors(
    @CurrentActor() actor: Actor,
    @PathId('groupId') groupId: string,
    @WebView() view: View,
  ): Promise<Response> {
    return this.mentorsPage(actor, groupId, view, Form.of({ substitute: 'false' }));
  }

  @Post('mentoren')
  @Idempotent()
  async assign(
    @CurrentActor() actor: Actor,
    @PathId('groupId') groupId: string,
    @FormBody(MentorRequest) form: Form<MentorRequest>,
    @WebView() view: View,
  ): Promise<Response> {
    const sent = await send(form, (request) => this.mentors.assignToGroup(actor, groupId, request));
    if (sent.again) return this.mentorsPage(actor, groupId, view, sent.again, sent.status);
    return view.redirect(`/klassen/${groupId}/mentoren`, 'roster.mentor-assigned', { count: sent.result.pupils });
  }

  @Get('mentoren/:personId/einde')
  showMentorEnd(
    @CurrentActor() actor: Actor,
    @PathId('groupId') groupId: string,
    @PathId('personId') personId: string,
    @WebView() view: View,
  ): Promise<Response> {
    return this.mentorEndPage(actor, groupId, personId, view, Form.of({ lastDay: this.clock.today() }));
  }

  @Post('mentoren/:personId/einde')
  async endMentor(
    @CurrentActor() actor: Actor,
    @PathId('groupId') groupId: string,
    @PathId('personId') personId: string,
    @FormBody(LastDayRequest) form: Form<LastDayRequest>,
    @WebView() view: View,
  ): Promise<Response> {
    const sent = await send(form, (request) => this.mentors.endForGroup(actor, groupId, personId, request));
    if (sent.again) return this.mentorEndPage(actor, groupId, personId, view, sent.again, sent.status);
    return view.redirect(`/klassen/${groupId}/mentoren`, 'roster.mentor-ended', { count: sent.result.pupils });
  }

  @Get('docenten')
  showTeachers(
    @CurrentActor() actor: Actor,
    @PathId('groupId') groupId: string,
    @WebView() view: View,
  ): Promise<Response> {
    return this.teachersPage(actor, groupId, view, Form.of());
  }

  @Post('docenten')
  @Idempotent()
  async addTeacher(
    @CurrentActor() actor: Actor,
    @PathId('groupId') groupId: string,
    @FormBody(TeacherRequest) form: Form<TeacherRequest>,
    @WebView() view: View,
  ): Promise<Response> {
    const sent = await send(form, (request) => this.teaching.add(actor, groupId, request));
    if (sent.again) return this.teachersPage(actor, groupId, view, sent.again, sent.status);
    return view.redirect(`/klassen/${groupId}/docenten`, 'roster.teacher-added', { name: sent.result.name });
  }

  @Get('docenten/:id/einde')
  showTeacherEnd(
    @CurrentActor() actor: Actor,
    @PathId('groupId') groupId: string,
    @PathId('id') id: string,
    @WebView() view: View,
  ): Promise<Response> {
    return this.teacherEndPage(actor, groupId, id, view, Form.of({ lastDay: this.clock.today() }));
  }

  @Post('docenten/:id/einde')
  async endTeacher(
    @CurrentActor() actor: Actor,
    @PathId('groupId') groupId: string,
    @PathId('id') id: string,
    @FormBody(LastDayRequest) form: Form<LastDayRequest>,
    @WebView() view: View,
  ): Promise<Response> {
    const sent = await send(form, (request) => this.teaching.end(actor, id, request));
    if (sent.again) return this.teacherEndPage(actor, groupId, id, view, sent.again, sent.status);
    return view.redirect(`/klassen/${groupId}/docenten`, 'roster.teacher-ended');
  }

  private async mentorsPage(actor: Actor, groupId: string, view: View, form: AnyForm, status = 200): Promise<Response> {
    const group = await this.reader.group(actor, groupId);
    const mentors = await this.reader.ofGroup(actor, groupId);
    const staff = await this.reader.staff(actor);
    const today = this.clock.today();
    return view.page(<MentorsPage group={group} mentors={mentors} staff={staff} form={form} today={today} />, status);
  }

  private async teachersPage(
    actor: Actor,
    groupId: string,
    view: View,
    form: AnyForm,
    status = 200,
  ): Promise<Response> {
    const group = await this.reader.group(actor, groupId);
    const teachers = await this.reader.teachers(actor, groupId);
    const staff = await this.reader.staff(actor);
    const today = this.clock.today();
    return view.page(
      <TeachersPage group={group} teachers={teachers} staff={staff} form={form} today={today} />,
      status,
    );
  }

  private async mentorEndPage(
    actor: Actor,
    groupId: string,
    personId: string,
    view: View,
    form: AnyForm,
    status = 200,
  ): Promise<Response> {
    const group = await this.reader.group(actor, groupId);
    const { mentors } = await this.reader.ofGroup(actor, groupId);
    const mentor = mentors.find((m) => m.personId === personId);
    if (!mentor) throw notFound();
    const back = { href: `/klassen/${groupId}/mentoren`, text: `Mentoren van ${group.name}` };
    return view.page(
      <EndPage
        title={`${mentor.name} stopt als mentor van ${group.name}`}
        back={back}
        action={`${back.href}/${personId}/einde`}
        form={form}
        min={dayBefore(this.clock.today())}
        max={mentor.until}
      />,
      status,
    );
  }

  private async teacherEndPage(
    actor: Actor,
    groupId: string,
    id: string,
    view: View,
    form: AnyForm,
    status = 200,
  ): Promise<Response> {
    const group = await this.reader.group(actor, groupId);
    const teacher = (await this.reader.teachers(actor, groupId)).find((t) => t.id === id);
    if (!teacher) throw notFound();
    const back = { href: `/klassen/${groupId}/docenten`, text: `Docenten van ${group.name}` };
    return view.page(
      <EndPage
        title={`${teacher.name} stopt met ${teacher.subject} aan ${group.name}`}
        back={back}
        action={`${back.href}/${id}/einde`}
        form={form}
        min={dayBefore(this.clock.today())}
        max={teacher.until}
      />,
      status,
    );
  }
}
