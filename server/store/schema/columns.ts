// Kinds of column that several tables have.

import { integer } from 'drizzle-orm/sqlite-core';
import type { Instant } from '../../../shared/id.ts';

/** True or false, as 1 or 0. */
export const flag = () => integer({ mode: 'boolean' }).notNull();

/** Set when a later hall file no longer names it. Nothing is deleted: the past still points here. */
export const retiredAt = () => integer().$type<Instant>();
