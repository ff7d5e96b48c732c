import type { Request, Response } from 'express';
import { languages, type Language } from '#libs/vocabulary';

/**
 * The language that the reader asked for (Accept-Language), or that of her account, or Azerbaijani. Another language,
 * such as Russian, falls back; Content-Language then says which one came.
 */
export function readerLanguage(request: Request, ofAccount: Language = 'az'): Language {
  if (request.headers['accept-language'] === undefined) return ofAccount;
  const found = request.acceptsLanguages(...languages);
  return languages.find((language) => language === found) ?? ofAccount;
}

/** Says in which language the answer comes, and that it would come in another for who asks for one. */
export function saysLanguage(request: Request, response: Response, ofAccount?: Language): void {
  response.set('content-language', readerLanguage(request, ofAccount));
  response.vary('Accept-Language');
}
