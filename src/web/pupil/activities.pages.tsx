import { Controller, Get, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { LogForPupilRequest, OwnWordsRequest, ReflectionRequest, RemovalRequest } from '../../lob/lob.dto.js';
import { type ActivityWithReflection, LobReader } from '../../lob/lob.reader.js';
import { LobService } from '../../lob/lob.service.js';
import { ReflectionsService } from '../../lob/reflections.service.js';
import type { Actor } from '../../platform/access/actor.js';
import { Allow, CurrentActor } from '../../platform/access/allow.decorator.js';
import { Idempotent } from '../../platform/access/idempotent.decorator.js';
import { Form, FormBody } from '../kit/form.js';
import { PathId } from '../kit/params.js';
import { keptOn, send } from '../kit/send.js';
import { type View, WebView } from '../kit/view.js';
import { ActivityPage, type ActivityPageProps } from './activity.page.js';
import { OwnActivityPage } from './own-activity.page.js';

@Allow('pupil')
@ApiExcludeController()
@Controller('mijn/activiteiten')
export class PupilActivityPages {
  constructor(
    private readonly reader: LobReader,
    private readonly lob: LobService,
    private readonly reflections: ReflectionsService,
  ) {}

  /** An empty form for something that the pupil did himself. */
  @Get('nieuw')
  showNew(@WebView() view: View): Response {
    return view.page(<OwnActivityPage form={Form.of()} />);
  }

  @Post('nieuw')
  @Idempotent()
  async add(
    @CurrentActor() actor: Actor,
    @FormBody(LogForPupilRequest) form: Form<LogForPupilRequest>,
    @WebView() view: View,
  ): Promise<Response> {
    const sent = await send(form, (value) => this.lob.logForPupil(actor, actor.id, value));
    if (sent.again) return view.page(<OwnActivityPage form={sent.again} />, sent.status);
    // Of one activity the log has the same id.
    return view.redirect(`/mijn/activiteiten/${sent.result.logId}`, 'own.added');
  }

  @Get(':id')
  async show(@CurrentActor() actor: Actor, @PathId('id') id: string, @WebView() view: View): Promise<Response> {
    return view.page(<ActivityPage {...forms(await this.reader.withReflection(actor, id))} />);
  }

  /** Result, evaluation and follow-up. */
  @Post(':id/eigen-woorden')
  @Idempotent()
  async ownWords(
    @CurrentActor() actor: Actor,
    @PathId('id') id: string,
    @FormBody(OwnWordsRequest) form: Form<OwnWordsRequest>,
    @WebView() view: View,
  ): Promise<Response> {
    const write = (value: OwnWordsRequest) => this.lob.writeOwnWords(actor, id, value, form.version ?? 0);
    const sent = await send(form, write, 'eigen-woorden');
    if (!sent.again) return view.redirect(`/mijn/activiteiten/${id}`, 'words.saved');
    const found = forms(await this.reader.withReflection(actor, id));
    const words = keptOn(sent.again, found.activity.version, sent.status);
    return view.page(<ActivityPage {...found} words={words} overtaken={overtaken(sent, 'words')} />, sent.status);
  }

  /** A first reflection; when there is one already (another telephone), the page shows both. */
  @Post(':id/reflectie')
  @Idempotent()
  async reflect(
    @CurrentActor() actor: Actor,
    @PathId('id') id: string,
    @FormBody(ReflectionRequest) form: Form<ReflectionRequest>,
    @WebView() view: View,
  ): Promise<Response> {
    const sent = await send(form, (value) => this.reflections.write(actor, actor.id, { ...value, activityId: id }));
    if (!sent.again) return view.redirect(`/mijn/activiteiten/${id}`, 'reflection.saved');
    return this.reflectionAgain(actor, id, sent, view);
  }

  /** Other words, or other readers. */
  @Post(':id/reflectie/:reflectionId')
  @Idempotent()
  async changeReflection(
    @CurrentActor() actor: Actor,
    @PathId('id') id: string,
    @PathId('reflectionId') reflectionId: string,
    @FormBody(ReflectionRequest) form: Form<ReflectionRequest>,
    @WebView() view: View,
  ): Promise<Response> {
    const change = (value: ReflectionRequest) => this.reflections.change(actor, reflectionId, value, form.version ?? 0);
    const sent = await send(form, change, 'reflectie');
    if (!sent.again) return view.redirect(`/mijn/activiteiten/${id}`, 'reflection.saved');
    return this.reflectionAgain(actor, id, sent, view);
  }

  @Get(':id/verbeteren')
  async showCorrect(@CurrentActor() actor: Actor, @PathId('id') id: string, @WebView() view: View): Promise<Response> {
    const activity = await this.reader.ownActivity(actor, id);
    return view.page(<OwnActivityPage activity={activity} form={Form.of(activity)} />);
  }

  @Post(':id/verbeteren')
  @Idempotent()
  async correct(
    @CurrentActor() actor: Actor,
    @PathId('id') id: string,
    @FormBody(LogForPupilRequest) form: Form<LogForPupilRequest>,
    @WebView() view: View,
  ): Promise<Response> {
    const sent = await send(form, (value) => this.lob.correct(actor, id, value, form.version ?? 0));
    if (!sent.again) return view.redirect(`/mijn/activiteiten/${id}`, 'own.corrected');
    const activity = await this.reader.ownActivity(actor, id);
    const again = keptOn(sent.again, activity.version, sent.status);
    const page = <OwnActivityPage activity={activity} form={again} overtaken={sent.status === 412} />;
    return view.page(page, sent.status);
  }

  @Post(':id/weghalen')
  @Idempotent()
  async remove(
    @CurrentActor() actor: Actor,
    @PathId('id') id: string,
    @FormBody(RemovalRequest) form: Form<RemovalRequest>,
    @WebView() view: View,
  ): Promise<Response> {
    const remove = ({ reason }: RemovalRequest) => this.lob.remove(actor, id, reason, form.version ?? 0);
    const sent = await send(form, remove, 'aanpassen');
    if (!sent.again) return view.redirect('/mijn', 'own.removed');
    const found = forms(await this.reader.withReflection(actor, id));
    const removal = keptOn(sent.again, found.activity.version, sent.status);
    return view.page(<ActivityPage {...found} removal={removal} />, sent.status);
  }

  private async reflectionAgain(
    actor: Actor,
    id: string,
    sent: { again: Form<ReflectionRequest>; status: 412 | 422 },
    view: View,
  ): Promise<Response> {
    const found = forms(await this.reader.withReflection(actor, id));
    const reflect = keptOn(sent.again, found.reflection?.version ?? 0, sent.status);
    const page = <ActivityPage {...found} reflect={reflect} overtaken={overtaken(sent, 'reflection')} />;
    return view.page(page, sent.status);
  }
}

const overtaken = <K extends string>({ status }: { status: number }, part: K): K | undefined =>
  status === 412 ? part : undefined;

/** The page with every form filled in with what stands there. */
function forms(found: ActivityWithReflection): ActivityPageProps {
  const { activity, reflection } = found;
  const opened = (reader: 'school' | 'guardian' | 'mbo'): boolean => reflection?.openedTo.includes(reader) ?? false;
  const { version } = activity;
  return {
    ...found,
    words: Form.of({ result: activity.result, evaluation: activity.evaluation, followUp: activity.followUp, version }),
    removal: Form.of({ version }),
    reflect: Form.of({
      text: reflection?.text ?? '',
      openToSchool: opened('school'),
      openToGuardian: opened('guardian'),
      openToMbo: opened('mbo'),
      ...(reflection ? { version: reflection.version } : {}),
    }),
  };
}
