// The timeline's buttons and fields. What they show of the cursor is written by CursorPainter.

import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../base/icons';
import type { Messages } from '../base/i18n/en';
import { ghostSample, revokedSample } from './draw';
import type { Command } from './instrument';
import type { Story } from './story';

export interface Head {
  story: Story;
  asTable: boolean;
  do(command: Command): void;
  twin(): void;
}

export interface Part {
  do(command: Command): void;
  /** The cursor's range was moved. */
  slide(event: Event): void;
  /** An instant was written into the field. */
  write(event: Event): void;
}

export function controls({ timeline: t }: Messages, { story, asTable, do: perform, twin }: Head): TemplateResult {
  const lives = story.lanes.flatMap(({ life }) => life ?? []);
  const ghosts = story.lanes.some(({ life, refused }) => refused !== null || (life !== null && life.asked !== null));
  const button = (command: Command, label: string, content: TemplateResult | string): TemplateResult =>
    html`<button type="button" title=${label} aria-label=${label} @click=${() => perform(command)}>${content}</button>`;
  return html`${
    asTable
      ? nothing
      : html`${ghosts ? html`<span class="legend">${ghostSample()}${t.legendCapped}</span>` : nothing}
          ${lives.some(({ revoked }) => revoked !== null) ? html`<span class="legend">${revokedSample()}${t.legendRevoked}</span>` : nothing}
          <span class="tools" role="group" aria-label=${t.zoom}>
            ${button('out', t.zoomOut, '−')} ${button('in', t.zoomIn, '+')} ${button('calls', t.fitCalls, t.fitCalls)}
            ${button('all', t.fitAll, t.fitAll)}
          </span>`
  }
    <button type="button" class="switch" title=${t.switchKey} @click=${twin}>${asTable ? t.asDrawing : t.asTable}</button>`;
}

export function cursorControls({ timeline: t }: Messages, part: Part): TemplateResult {
  const button = (command: Command, name: string, label: string, content: TemplateResult | string): TemplateResult =>
    html`<button type="button" class=${name} title=${label} aria-label=${label} @click=${() => part.do(command)}>${content}</button>`;
  return html`<div class="cursor">
      <label class="instant"><span>${t.cursorField}</span>
        <input type="text" inputmode="text" autocomplete="off" spellcheck="false" size="19"
          aria-describedby="wrong" @change=${part.write} /></label>
      <span class="tools">
        ${button('previous-event', 'back', t.previous, icon('chevron'))} ${button('next-event', '', t.next, icon('chevron'))}
        ${button('off', 'off', t.cursorOff, t.cursorOff)}
      </span>
      <span class="verdict"></span>
      <span id="wrong" class="wrong error" role="alert"></span>
    </div>
    <input class="range" type="range" aria-label=${t.cursor} @input=${part.slide} />`;
}
