// For `npx drizzle-kit generate`: writes the next migration, which is then read and edited by hand (see migrations/).
import { defineConfig } from 'drizzle-kit';

export default defineConfig({
	dialect: 'sqlite',
	schema: './server/store/schema.ts',
	out: './migrations',
	casing: 'snake_case',
});
