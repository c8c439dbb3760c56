namespace JobMgmt.StatesLanguage.MapRuns;

/// <summary>Where a map run's items come from, evaluated: <see cref="InlineItems"/>, <see cref="S3ObjectItems"/> or <see cref="S3ListingItems"/>.</summary>
public abstract record ItemSource;
