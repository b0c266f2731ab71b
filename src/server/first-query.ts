/** What the explorers begin with; `schema/operations/contacts.graphql` holds the same text. */
export const FIRST_QUERY = `# People and addresses of every provider in one list. An upstream that fails costs its own rows only.
query Contacts {
  contacts(first: 20, orderBy: { field: DISPLAY_NAME }) {
    totalCount
    nodes {
      __typename
      id
      displayName
      emails
      phones
      upstream {
        name
      }
    }
    sources {
      upstream {
        name
      }
      ok
      fetched
      error {
        code
        message
      }
    }
  }
}
`;
