import { Controller, Get } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '../../platform/access/allow.decorator.js';
import { Config } from '../../platform/config.js';
import { notFound } from '../../platform/errors/domain-error.js';
import { LocalMailbox } from '../../platform/mail/local-mailbox.js';
import { type View, WebView } from '../kit/view.js';
import { MailboxPage } from './mailbox.page.js';

/** The mailbox of the demo and of who develops on this machine; elsewhere there is no such page. */
@ApiExcludeController()
@Controller()
export class MailboxPages {
  constructor(
    private readonly config: Config,
    private readonly mailbox: LocalMailbox,
  ) {}

  @Get('postbus')
  @Public()
  show(@WebView() view: View): Response {
    if (this.config.mail !== 'local') throw notFound();
    return view.page(<MailboxPage messages={this.mailbox.messages} site={this.config.publicUrl} />);
  }
}
