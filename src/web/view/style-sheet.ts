import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** Where govuk-frontend's macros and style sheet are. */
export const govukFrontend = path.join(
  path.dirname(createRequire(import.meta.url).resolve('govuk-frontend/package.json')),
  'dist',
);

/** Our own files of this folder. */
export const viewFile = (name: string): string => new URL(name, import.meta.url).pathname;

export interface Asset {
  readonly path: string;
  readonly type: string;
  readonly body: string;
}

const licence =
  '/* Contains govuk-frontend, Copyright (c) 2017 Crown Copyright (Government Digital Service), MIT License. */\n';

/**
 * govuk-frontend's rules without what belongs to GOV.UK alone: its typeface and its pictures.
 * The fonts are licensed for gov.uk only, so neither their faces nor their name may stay.
 */
export function withoutCrown(css: string): string {
  return css
    .replace(/\/\*![^*]*Margaret Calvert[^*]*\*\//g, '')
    .replace(/@font-face\s*\{[^}]*\}/g, '')
    .replace(/["']?GDS Transport["']?\s*,\s*arial\s*,\s*sans-serif/g, 'var(--nrm-font)')
    .replace(/url\(\/assets[^)]*\)/g, 'none')
    .replace(/@charset "UTF-8";|\/\*# sourceMappingURL[^*]*\*\//g, '');
}

function asset(name: string, type: string, text: string): Asset {
  const print = createHash('sha256').update(text).digest('hex').slice(0, 12);
  return { path: `/assets/${print}-${name}`, type, body: text };
}

/** The three files that pages load; the address changes with the content, so that they may be kept for a year. */
export function loadAssets(): { readonly css: Asset; readonly script: Asset; readonly icon: Asset } {
  const govuk = readFileSync(path.join(govukFrontend, 'govuk/govuk-frontend.min.css'), 'utf8');
  const own = readFileSync(viewFile('brand.css'), 'utf8');
  return {
    css: asset('istiqamet.css', 'text/css', licence + withoutCrown(govuk) + own),
    script: asset('page.js', 'text/javascript', readFileSync(viewFile('page.js'), 'utf8')),
    icon: asset('icon.svg', 'image/svg+xml', readFileSync(viewFile('icon.svg'), 'utf8')),
  };
}
