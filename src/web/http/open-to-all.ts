import { Reflector } from '@nestjs/core';

/** Marks a page that needs no sign-in. */
export const OpenToAll = Reflector.createDecorator<boolean>();
