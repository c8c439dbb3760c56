namespace JobMgmt.StatesLanguage.Jsonata;

/// <summary>Something that an expression reads from its context: the names with which a path begins.</summary>
/// <param name="Names">
/// The names, as far as they are written out one after the other; alone <c>$</c>, <c>$$</c>, <c>*</c>, <c>**</c> or <c>%</c> where the expression takes the context as a whole.
/// </param>
/// <param name="Position">Where its first name ends in the expression's text, counted in UTF-16 units.</param>
public sealed record JsonataReference(IReadOnlyList<string> Names, int Position);
