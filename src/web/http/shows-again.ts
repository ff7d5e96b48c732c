import { Reflector } from '@nestjs/core';

/**
 * Marks a posted form that can be shown again as it was filled in. Its controller asks `again` of the page context
 * first: where that is set, the form was not sent by right, and nothing of it may be carried out.
 */
export const ShowsAgain = Reflector.createDecorator<boolean>();
