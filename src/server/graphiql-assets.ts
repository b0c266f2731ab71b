/** The files of GraphiQL as texts, 9 MB of them; the build bundles them here, so that an install needs no package for it. */
export { css, editorWorkerService, graphqlWorker, js, jsonWorker } from '@graphql-yoga/render-graphiql/graphiql';
