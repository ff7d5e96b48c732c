import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Uuid } from '#libs/vocabulary';
import { csrfFits, InstallationKeys } from '../../access/index.js';
import { CannotDecrypt, decrypt, encrypt } from '../../platform/index.js';
import { type Posted, postedForm, valueOf } from '../forms/posted.js';

/** Wall time in which somebody whose session ended has to sign in again for her form to come back. */
const minutes = 30;
const minute = 60_000;

/** A form as it was posted, and where to. */
export interface KeptForm {
  readonly path: string;
  readonly fields: Posted;
}

const kept = z.object({
  path: z.string(),
  fields: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  until: z.number(),
});

/**
 * What was typed into a form travels with its reader while she signs in again: sealed under a key of the installation
 * (AES-256-GCM), for her account alone, and never stored here.
 */
@Injectable()
export class KeptForms {
  constructor(private readonly keys: InstallationKeys) {}

  /** What every form carries to say whose it is; nobody else can make it. */
  ownerOf(accountId: Uuid): string {
    return createHmac('sha256', this.keys.formOwners).update(accountId).digest('base64url');
  }

  /** Whether this form was made for this account, in whichever of her sessions. */
  isOf(accountId: Uuid, body: unknown): boolean {
    return csrfFits(this.ownerOf(accountId), valueOf(postedForm(body), '_owner'));
  }

  /** The form sealed for the owner that it names; undefined where it names none. */
  keep(path: string, body: unknown, now = Date.now()): string | undefined {
    const { _csrf, _owner, ...fields } = postedForm(body);
    if (typeof _owner !== 'string' || typeof _csrf !== 'string') return undefined;
    const plain = JSON.stringify({ path, fields, until: now + minutes * minute });
    return encrypt(this.keys.keptForms, Buffer.from(plain, 'utf8'), [_owner]).toString('base64url');
  }

  /** The form again, for the account that it was sealed for and while its time lasts. */
  open(sealed: string, accountId: Uuid, now = Date.now()): KeptForm | undefined {
    try {
      const bytes = Buffer.from(sealed, 'base64url');
      const plain = decrypt(this.keys.keptForms, bytes, [this.ownerOf(accountId)]);
      const { until, ...form } = kept.parse(JSON.parse(plain.toString('utf8')));
      return until > now ? form : undefined;
    } catch (fault) {
      if (fault instanceof CannotDecrypt) return undefined;
      throw fault;
    }
  }
}
