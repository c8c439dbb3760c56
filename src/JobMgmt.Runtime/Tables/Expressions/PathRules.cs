namespace JobMgmt.Runtime.Tables.Expressions;

/// <summary>The paths of one expression may not be within each other, nor ask the same place to be a list and a map.</summary>
internal static class PathRules
{
    public static void CheckAgainst(ExpressionReader reader, IEnumerable<DocumentPath> others, DocumentPath path)
    {
        foreach (var other in others)
        {
            if (other.Overlaps(path))
            {
                throw reader.Fault($"Two document paths overlap with each other; must remove or rewrite one of these paths; path one: {other}, path two: {path}");
            }

            if (other.Conflicts(path))
            {
                throw reader.Fault($"Two document paths conflict with each other; must remove or rewrite one of these paths; path one: {other}, path two: {path}");
            }
        }
    }
}
