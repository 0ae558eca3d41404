// Serves the built page on a free port while the tests run.

import { serve } from '../../web/scripts/serve.mjs';

export default async function servePage(): Promise<() => Promise<void>> {
  const site = await serve({ port: 0 });
  process.env['STS_PLAYGROUND_PAGE'] = site.address;
  return () => site.close();
}
