import { existsSync } from 'node:fs';

import { chromium, type Browser } from 'playwright-core';

const INSTALLED = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';

const QUIET = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A real browser; fails with what to do where there is none, since a page that nobody opened is not tested. */
export function openBrowser(): Promise<Browser> {
  if (!existsSync(INSTALLED)) {
    throw new Error(
      `no Chromium at ${INSTALLED}: install it (apt-get install chromium) or name another with CHROMIUM_PATH`,
    );
  }
  return chromium.launch({ executablePath: INSTALLED, args: QUIET });
}
