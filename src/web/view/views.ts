import { formatDay, formatLocal, localDay } from '#libs/calendar';
import { compartmentLabels, roleLabels, type Compartment, type Language, type Words } from '#libs/vocabulary';
import { Injectable } from '@nestjs/common';
import nunjucks from 'nunjucks';
import type { Page, PageContext } from '../http/page.js';
import { dueInWords } from '../words/due.js';
import { lawInWords } from '../words/law.js';
import { capitalised, say, sayCounted, sayIfKnown } from '../words/words.js';
import { navigation } from './navigation.js';
import { govukFrontend, loadAssets, viewFile } from './style-sheet.js';

/** Renders pages. Every value is escaped unless a template of ours says otherwise. */
@Injectable()
export class Views {
  readonly assets = loadAssets();
  private readonly environment = new nunjucks.Environment(
    new nunjucks.FileSystemLoader([viewFile('.'), viewFile('../pages'), viewFile('../forms'), govukFrontend]),
    { autoescape: true, throwOnUndefined: false, trimBlocks: true, lstripBlocks: true },
  );

  render(page: Page, context: PageContext, method: string): string {
    return this.environment.render(page.view, {
      ...page.model,
      ...wordsFor(context),
      layout: this.layout(page, context, method),
      csrf: context.formToken,
      owner: context.formOwner,
    });
  }

  private layout(
    page: Page,
    { language, reader, body, now, training, path, query, again, news }: PageContext,
    method: string,
  ) {
    const { css, script, icon } = this.assets;
    return {
      language,
      inOtherLanguage: addressIn(language === 'az' ? 'en' : 'az', path, query),
      /** A link shows no posted page again; a form that was typed into switches by a button of its own. */
      canSwitch: method === 'GET',
      title: page.title,
      hasFaults: page.more.hasFaults ?? false,
      path,
      again,
      files: { css: css.path, script: script.path, icon: icon.path },
      reader: reader && {
        name: reader.name,
        role: roleLabels[reader.role][language],
        body: body?.[language] ?? '',
      },
      navigation: reader
        ? navigation(reader, path).map(({ key, news: counted, ...place }) => {
            const text = say(language, key);
            return counted
              ? { ...place, html: withBadge(text, counted, news?.[counted] ?? 0) }
              : { ...place, text };
          })
        : [],
      clock: training
        ? { now: formatLocal(now, language), mayMove: reader?.role === 'administrator' }
        : undefined,
    };
  }
}

function addressIn(language: Language, path: string, query: string): string {
  const asked = new URLSearchParams(query);
  asked.set('lang', language);
  return `${path}?${asked.toString()}`;
}

/** `text` is a word of ours and the count a number: neither needs escaping. */
const withBadge = (text: string, name: string, count: number) =>
  `${text} <span class="nrm-badge" data-news="${name}"${count ? '' : ' hidden'}>${count}</span>`;

/** What templates say things with: words of the interface, words of data, dates. */
function wordsFor({ language, now }: PageContext) {
  return {
    t: (key: string, values?: Record<string, string | number>) => say(language, key, values),
    counted: (key: string, n: number) => sayCounted(language, key, n),
    coded: (prefix: string, code: string) => sayIfKnown(language, `${prefix}.${code}`) ?? code,
    w: (words: Words | string | null | undefined) => inLanguage(words, language),
    W: (words: Words | string | null | undefined) => capitalised(inLanguage(words, language), language),
    law: (source: string) => lawInWords(source, language),
    compartmentName: (name: Compartment) => compartmentLabels[name][language],
    when: (instant: string) => formatLocal(instant, language),
    date: (instant: string) => formatDay(localDay(instant), language),
    day: (day: string) => formatDay(day, language),
    due: (instant: string, clock?: string) => dueInWords(language, now, instant, clock),
  };
}

const inLanguage = (words: Words | string | null | undefined, language: Language): string =>
  typeof words === 'string' ? words : (words?.[language] ?? '');
