import { resolveMigration } from '../migrate'
import { openDatabase, startBuiltIn } from './database'
import { loadEnvironmentFile } from './environment-file'
import { end, launch } from './lifetime'
import { databaseSecret } from './secrets'

// npm run migrate [-- --applied <migration> | --rolled-back <migration>]
// Brings the server named by DATABASE_URL, or the built-in one, up to date.

launch(async () => {
  loadEnvironmentFile()
  const [option, name] = process.argv.slice(2)
  if (option === undefined) {
    await openDatabase(databaseSecret())
    console.log('The database is up to date.')
  } else {
    const outcome = option === '--applied' ? 'applied' : option === '--rolled-back' ? 'rolled back' : undefined
    if (!outcome || !name)
      throw new Error('Usage: npm run migrate [-- --applied <migration> | --rolled-back <migration>]')
    await resolveMigration(process.env.DATABASE_URL || (await startBuiltIn()), name, outcome)
    console.log(`Noted: ${name} is ${outcome}.`)
  }
  await end(0)
})
