using JobMgmt.StatesLanguage.Templates;

namespace JobMgmt.StatesLanguage.Model.Maps;

/// <summary>Puts several items into one child execution's input (<c>ItemBatcher</c>).</summary>
/// <param name="MaxItemsPerBatch">How many items at most; null where the field is absent.</param>
/// <param name="MaxInputBytesPerBatch">How large the input may be, in UTF-8 bytes; null where the field is absent.</param>
/// <param name="BatchInput">What each batch is given besides its items.</param>
public sealed record ItemBatcher(IntegerField? MaxItemsPerBatch, IntegerField? MaxInputBytesPerBatch, PayloadTemplate? BatchInput);
