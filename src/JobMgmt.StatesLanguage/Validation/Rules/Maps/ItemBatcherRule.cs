namespace JobMgmt.StatesLanguage.Validation.Rules.Maps;

/// <summary>An ItemBatcher bounds its batches, in items or in bytes.</summary>
internal sealed class ItemBatcherRule : IValidationRule
{
    private const long MostBytes = 262144;
    private static readonly string[] _bounds = ["MaxItemsPerBatch", "MaxInputBytesPerBatch"];
    private static readonly string[] _paths = ["MaxItemsPerBatchPath", "MaxInputBytesPerBatchPath"];

    public void Check(ScopeNode scope, DiagnosticList diagnostics)
    {
        foreach (var state in scope.States.Where(state => state.Type == "Map"))
        {
            if (MapFields.Of(state, "ItemBatcher", diagnostics) is not { } batcher)
            {
                continue;
            }

            string[] bounds = state.IsJsonata ? _bounds : [.. _bounds, .. _paths];
            batcher.Supports([.. bounds, "BatchInput"]);
            if (!bounds.Any(batcher.Body.Contains))
            {
                batcher.Report($"At least one of these fields is required: [{string.Join(", ", bounds)}]");
            }

            batcher.Count("MaxItemsPerBatch", 1, long.MaxValue);
            batcher.Count("MaxInputBytesPerBatch", 1, MostBytes);
            batcher.Template("BatchInput");
        }
    }
}
