import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

/** Starts the browser that shows the editor. It can reach nothing but this machine. */
export async function launchChromium(): Promise<Browser> {
  const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
  const executablePath = process.env.CHROMIUM ?? places.find(file => existsSync(file));
  if (!executablePath) throw new Error('No Chromium here: apt-get install -y chromium, or set CHROMIUM.');
  return chromium.launch({
    executablePath,
    headless: !process.env.HEADED,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-dev-shm-usage',
      '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
    ],
  });
}

/** Size of the editor's window, in CSS pixels. */
export const windowSize = { width: 1280, height: 800 };
