// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2

// The skills behind reasons, by name.
import type {Reason} from './fuge';
import {said} from './words';

export const offerOf = (reason: Reason): string => said(reason.path?.[reason.path.length - 1]) || said(reason);

// Each skill once, however many needs it meets.
export const offered = (reasons: Reason[]): string[] =>
    [...new Map(reasons.map((reason) => [reason.offer, offerOf(reason)])).values()];
